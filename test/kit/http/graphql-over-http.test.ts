import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLResolveInfo, parse } from 'graphql';
import { serverAudits } from 'graphql-http';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { HttpError } from '../../../kit/http/http-error.js';
import type { Listening } from '../../../kit/http/listen.js';
import { serveSchema } from '../../../kit/http/serve-schema.js';
import { PUBLIC } from '../../../kit/viewer.js';

let server: Listening;
let executed: (string | undefined)[] = [];

const schema = buildSubgraphSchema([
  {
    typeDefs: parse('type Query { a(n: Int): Int same(id: ID): ID } type Mutation { change: Int }'),
    resolvers: {
      Query: {
        a: (_source: unknown, { n }: { n?: number }, _context: unknown, { operation }: GraphQLResolveInfo) => {
          executed.push(operation.name?.value);
          return n ?? 1;
        },
      },
      Mutation: { change: () => executed.push('change') },
    },
  },
]);

beforeAll(async () => {
  server = await serveSchema({
    schema,
    createContext: () => ({}),
    credentialsOf: async ({ headers: { authorization } }) => {
      if (authorization === 'Bearer bad') throw new HttpError(401, 'UNAUTHENTICATED', 'The token is not valid.');
      return { viewer: PUBLIC };
    },
    host: '127.0.0.1',
    port: 0,
    log: pino({ level: 'silent' }),
  });
});
afterAll(() => server.close());
beforeEach(() => {
  executed = [];
});

const GRAPHQL = 'application/graphql-response+json';
const ACCEPTS = ['*/*', 'application/json', GRAPHQL];

async function send(init: RequestInit, search = '') {
  const response = await fetch(`${server.url}${search}`, init);
  const text = await response.text();
  const { status, headers } = response;
  return { status, headers, type: headers.get('content-type'), body: text && JSON.parse(text) };
}

const post = (body: unknown, headers: Record<string, string> = {}) =>
  send({ method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
const get = (params: Record<string, string>, headers: Record<string, string> = {}) =>
  send({ headers }, `?${new URLSearchParams(params)}`);

const codeOf = (answer: { body: { errors?: { extensions: { code: string } }[] } }) =>
  answer.body.errors?.[0]?.extensions.code;

const QUERY = 'query A($n: Int) { a(n: $n) }';

describe('absent parameters', () => {
  test.each([
    ['an empty name', { operationName: '' }],
    ['a name that is null', { operationName: null }],
    ['no name', {}],
    ['an empty object of extensions', { extensions: {} }],
    ['extensions and variables that are null', { extensions: null, variables: null }],
    ['no persisted query', { extensions: { persistedQuery: null } }],
  ])('%s is nothing in a POST, each of three times', async (what, more) => {
    const query = `${QUERY} # ${what}`;
    const answers = [await post({ query, ...more }), await post({ query }), await post({ query, ...more })];
    for (const { status, body } of answers) expect([status, body]).toEqual([200, { data: { a: 1 } }]);
    expect(executed).toEqual(['A', 'A', 'A']);
  });

  test.each([
    ['an empty name', { operationName: '' }],
    ['no variables', { variables: '' }],
    ['no extensions', { extensions: '' }],
    ['nothing but a query', { operationName: '', variables: '', extensions: '' }],
    ['null for both', { variables: 'null', extensions: 'null' }],
    ['empty objects', { variables: '{}', extensions: '{}' }],
  ])('%s is nothing in a GET', async (_, more) => {
    const { status, body } = await get({ query: QUERY, ...more });
    expect([status, body]).toEqual([200, { data: { a: 1 } }]);
  });

  test('an empty name does not choose among two operations, and a name does', async () => {
    const query = 'query A { a } query B { a }';
    for (const accept of ['*/*', GRAPHQL]) {
      expect((await post({ query, operationName: '' }, { accept })).status).toBe(400);
      expect((await get({ query, operationName: '' }, { accept })).status).toBe(400);
    }
    await post({ query, operationName: 'B' });
    await get({ query, operationName: 'A' });
    expect(executed).toEqual(['B', 'A']);
  });

  test('variables of a GET are given on', async () => {
    expect((await get({ query: QUERY, variables: '{"n":7}' })).body).toEqual({ data: { a: 7 } });
  });
});

describe('malformed parameters', () => {
  test.each<[string, Record<string, unknown>]>([
    ['no query', { variables: {} }],
    ['an empty query', { query: '' }],
    ['a query that is a number', { query: 7 }],
    ['a name that is a list', { query: QUERY, operationName: ['A'] }],
    ['variables in a string', { query: QUERY, variables: '{}' }],
    ['extensions that are a list', { query: QUERY, extensions: [] }],
    ['a key of every object', JSON.parse('{"__proto__":{"query":"{ a }"}}')],
  ])('%s is refused with 400 whatever is accepted', async (_, body) => {
    for (const accept of ACCEPTS) {
      const answer = await post(body, { accept });
      expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_USER_INPUT']);
      expect(answer.type).toContain(accept === GRAPHQL ? GRAPHQL : 'application/json');
    }
    expect(executed).toEqual([]);
  });

  test.each([
    'query=%7Ba%7D&query=%7Ba%7D',
    'query=%7Ba%7D&variables=%7B',
    'query=%7Ba%7D&variables=7',
    'query=',
    '',
  ])('the address ?%s is refused', async (search) => {
    const answer = await send({}, `?${search}`);
    expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_USER_INPUT']);
  });

  test('names that objects have are names like others', async () => {
    const variables = JSON.parse('{"__proto__":{"n":1},"constructor":2,"toString":3,"n":4}');
    expect((await post({ query: QUERY, variables })).body).toEqual({ data: { a: 4 } });
    expect((await get({ query: QUERY, variables: JSON.stringify(variables) })).body).toEqual({ data: { a: 4 } });
    const unknown = await post({ query: QUERY, operationName: 'constructor' });
    expect([unknown.status, codeOf(unknown)]).toEqual([400, 'BAD_USER_INPUT']);
  });
});

describe('a persisted query', () => {
  const extensions = {
    persistedQuery: { version: 1, sha256Hash: 'ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38' },
  };

  test.each(ACCEPTS)('is answered so that a client sends the text instead: %s', async (accept) => {
    const status = accept === GRAPHQL ? 400 : 200;
    const errors = [{ message: 'PersistedQueryNotSupported', extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }];
    const inAddress = { extensions: JSON.stringify(extensions) };
    for (const answer of [
      await post({ extensions }, { accept }),
      await post({ query: '{ a }', extensions }, { accept }),
      await get(inAddress, { accept }),
      await get({ query: '{ a }', ...inAddress }, { accept }),
    ]) {
      expect([answer.status, answer.body]).toEqual([status, { errors }]);
    }
    expect(executed).toEqual([]);
    expect((await post({ query: '{ a }' }, { accept })).body).toEqual({ data: { a: 1 } });
  });
});

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => server.url });

  test('has 61 audits', () => {
    expect(audits).toHaveLength(61);
  });

  test.each(audits)('$id $name', async ({ fn }) => {
    expect(await fn()).toMatchObject({ status: 'ok' });
  });

  test.each([
    ['cannot be parsed', { query: '{' }],
    ['is not valid', { query: '{ b }' }],
    ['has a wrong variable', { query: 'query ($n: Int!) { a(n: $n) }' }],
    ['has no operation of the name', { query: '{ a }', operationName: 'B' }],
  ])('what %s gets 200 in application/json by name, and 400 otherwise', async (_, body) => {
    const statuses = await Promise.all(ACCEPTS.map(async (accept) => (await post(body, { accept })).status));
    expect(statuses).toEqual([400, 200, 400]);
  });

  test('HEAD is answered as GET, without a body', async () => {
    const { status, type, body } = await send({ method: 'HEAD' }, '?query=%7Ba%7D');
    expect([status, type, body]).toEqual([200, 'application/json; charset=utf-8', '']);
  });

  test('a mutation by GET is refused whatever is accepted', async () => {
    for (const accept of ACCEPTS) {
      const { status, headers } = await get({ query: 'mutation { change }' }, { accept });
      expect([status, headers.get('allow')]).toEqual([405, 'POST']);
    }
    expect(executed).toEqual([]);
  });

  test.each(['', ' ', ',,'])('who accepts %j accepts anything, as who sends no header does', async (accept) => {
    const { status, type } = await post({ query: '{ a }' }, { accept });
    expect([status, type]).toEqual([200, expect.stringContaining('application/json')]);
  });

  test('what nobody can read is not executed', async () => {
    expect((await post({ query: 'mutation { change }' }, { accept: 'text/csv' })).status).toBe(406);
    expect(executed).toEqual([]);
  });
});

describe('caches', () => {
  test.each<[string, () => ReturnType<typeof send>]>([
    ['an answer', () => post({ query: '{ a }' })],
    ['an answer that is known', () => post({ query: '{ a }' })],
    ['an answer to a GET', () => get({ query: '{ a }' })],
    ['a refusal of GraphQL', () => post({ query: '{' })],
    ['a refusal of HTTP', () => post([])],
    ['a refusal of a token', () => post({ query: '{ a }' }, { authorization: 'Bearer bad' })],
    ['a persisted query', () => post({ extensions: { persistedQuery: {} } })],
    ['a type that there is not', () => post({ query: '{ a }' }, { accept: 'text/csv' })],
    ['a method that there is not', () => send({ method: 'PUT' })],
    ['a preflight', () => send({ method: 'OPTIONS', headers: { origin: 'http://localhost:3000' } })],
    ['a page of elsewhere', () => post({ query: '{ a }' }, { origin: 'https://example.org' })],
  ])('keep nothing of %s, and know what it depends on', async (_, ask) => {
    const { headers } = await ask();
    expect([headers.get('cache-control'), headers.get('vary')]).toEqual(['no-store', 'Accept, Origin']);
  });
});
