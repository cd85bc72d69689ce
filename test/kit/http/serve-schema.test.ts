import { connect } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadCredentials } from '../../../kit/authentication/credentials.js';
import { HubError } from '../../../kit/errors.js';
import { HttpError } from '../../../kit/http/http-error.js';
import { serveSchema } from '../../../kit/http/serve-schema.js';
import type { RequestContext } from '../../../kit/request.js';
import { PUBLIC, type Viewer } from '../../../kit/viewer.js';
import { anybody } from '../../testkit/credentials.js';

const seen: { requests: RequestContext[]; lines: string[] } = { requests: [], lines: [] };
let release = () => {};

const schema = buildSubgraphSchema([
  {
    typeDefs: parse(`
      type Query { hello(to: String! = "you"): String!, broken: String, forbidden: String, slow: String }
      type Mutation { change: String }
      extend type Query { deep(at: Deep): String, self: Query }
      input Deep { in: Deep, list: [Deep!] }
    `),
    resolvers: {
      Query: {
        hello: (_: unknown, { to }: { to: string }) => `hello ${to} 日本`,
        broken: () => {
          throw new Error('connect ECONNREFUSED 10.0.0.7:5432');
        },
        deep: () => 'read',
        self: () => ({}),
        forbidden: () => {
          throw new HubError('FORBIDDEN', 'Not for you.');
        },
        slow: () =>
          new Promise((resolve) => {
            release = () => resolve('done');
          }),
      },
      Mutation: { change: () => 'changed' },
    },
  },
]);

const log = pino({ level: 'warn' }, { write: (line: string) => void seen.lines.push(line) });

async function serve(credentialsOf: ReadCredentials = anybody) {
  return serveSchema({
    credentialsOf,
    schema,
    host: '127.0.0.1',
    port: 0,
    log,
    createContext: (request) => {
      seen.requests.push(request);
      return {};
    },
  });
}

let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

const JSON_TYPE = { 'content-type': 'application/json' };

async function send(init: RequestInit, path = '/graphql') {
  const response = await fetch(new URL(path, server.url), init);
  const text = await response.text();
  return { response, status: response.status, text, body: text.startsWith('{') ? JSON.parse(text) : undefined };
}

function post(body: unknown, headers: Record<string, string> = {}) {
  return send({
    method: 'POST',
    headers: { ...JSON_TYPE, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

const DEEP = 'query ($at: Deep) { deep(at: $at) }';

function nested(open: string, times: number, middle = '{ hello }', close = '}'): string {
  return open.repeat(times) + middle + close.repeat(times);
}

function asking(query: string, variables = '{}'): RequestInit {
  return { method: 'POST', headers: JSON_TYPE, body: `{"query":${JSON.stringify(query)},"variables":${variables}}` };
}

describe('a schema served alone', () => {
  it('answers a POST in UTF-8', async () => {
    const { body, response } = await post({
      query: 'query ($to: String!) { hello(to: $to) }',
      variables: { to: 'عمران' },
    });
    expect(body).toEqual({ data: { hello: 'hello عمران 日本' } });
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  it('answers a plain GET', async () => {
    const { status, body } = await send({}, `/graphql?query=${encodeURIComponent('{ hello }')}`);
    expect([status, body]).toEqual([200, { data: { hello: 'hello you 日本' } }]);
  });

  it('refuses a mutation by GET', async () => {
    const path = `/graphql?query=${encodeURIComponent('mutation { change }')}`;
    const { status, body } = await send({}, path);
    expect([status, body.errors[0].extensions.code]).toEqual([405, 'BAD_USER_INPUT']);
  });

  it('gives the media type of GraphQL over HTTP to those who ask for it', async () => {
    const { response } = await post({ query: '{ hello }' }, { accept: 'application/graphql-response+json' });
    expect(response.headers.get('content-type')).toContain('application/graphql-response+json');
  });

  const FAULTS: [what: string, init: RequestInit, status: number, code: string][] = [
    ['JSON that is none', { method: 'POST', headers: JSON_TYPE, body: '{"query":' }, 400, 'BAD_USER_INPUT'],
    [
      'bytes that are not UTF-8',
      { method: 'POST', headers: JSON_TYPE, body: Buffer.from('{"query":"\xff"}', 'latin1') },
      400,
      'BAD_USER_INPUT',
    ],
    ['nothing', { method: 'POST', headers: JSON_TYPE }, 400, 'BAD_USER_INPUT'],
    ['null', { method: 'POST', headers: JSON_TYPE, body: 'null' }, 400, 'BAD_USER_INPUT'],
    ['a batch', { method: 'POST', headers: JSON_TYPE, body: '[{"query":"{ hello }"}]' }, 400, 'BAD_USER_INPUT'],
    ['a query that is no text', { method: 'POST', headers: JSON_TYPE, body: '{"query":{}}' }, 400, 'BAD_USER_INPUT'],
    [
      'variables that are a list',
      { method: 'POST', headers: JSON_TYPE, body: '{"query":"{ hello }","variables":[]}' },
      400,
      'BAD_USER_INPUT',
    ],
    ['a form', { method: 'POST', body: new URLSearchParams({ query: '{ hello }' }) }, 415, 'BAD_USER_INPUT'],
    [
      'another charset',
      { method: 'POST', headers: { 'content-type': 'application/json; charset=utf-16' }, body: '{}' },
      415,
      'BAD_USER_INPUT',
    ],
    [
      'a compressed body',
      { method: 'POST', headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, body: '{}' },
      415,
      'BAD_USER_INPUT',
    ],
    ['another method', { method: 'DELETE' }, 405, 'BAD_USER_INPUT'],
    [
      '2 MB',
      { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ query: ' '.repeat(2_000_000) }) },
      413,
      'LIMIT_EXCEEDED',
    ],
    [
      'text without end',
      { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ query: `{ ${'a '.repeat(3_000)} }` }) },
      400,
      'LIMIT_EXCEEDED',
    ],
    ['a subscription where there is none', asking('subscription { hello }'), 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['a selection without end', asking(nested('{ self ', 100)), 400, 'LIMIT_EXCEEDED'],
    ['a literal value without end', asking(`{ deep(at: ${nested('{ in: ', 100, '{}')}) }`), 400, 'LIMIT_EXCEEDED'],
    ['a variable without end', asking(DEEP, `{"at":${nested('{"in":', 20_000, '{}')}}`), 400, 'LIMIT_EXCEEDED'],
    ['lists without end', asking(DEEP, `{"at":${nested('[', 200_000, '', ']')}}`), 400, 'LIMIT_EXCEEDED'],
    [
      'a query that is an object without end',
      { method: 'POST', headers: JSON_TYPE, body: `{"query":${nested('{"in":', 20_000, '{}')}}` },
      400,
      'BAD_USER_INPUT',
    ],
    [
      'a null for @skip, in spite of a default',
      asking('query ($b: Boolean = true) { hello @skip(if: $b) }', '{"b":null}'),
      400,
      'BAD_USER_INPUT',
    ],
    ['a syntax error', { method: 'POST', headers: JSON_TYPE, body: '{"query":"{"}' }, 400, 'GRAPHQL_PARSE_FAILED'],
    [
      'an unknown field',
      { method: 'POST', headers: JSON_TYPE, body: '{"query":"{ helo }"}' },
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a wrong variable',
      { method: 'POST', headers: JSON_TYPE, body: '{"query":"query ($to: String!) { hello(to: $to) }"}' },
      400,
      'BAD_USER_INPUT',
    ],
    [
      'two operations and no name',
      { method: 'POST', headers: JSON_TYPE, body: '{"query":"query A { hello } query B { hello }"}' },
      400,
      'BAD_USER_INPUT',
    ],
    [
      'a name that no operation has',
      { method: 'POST', headers: JSON_TYPE, body: '{"query":"{ hello }","operationName":"C"}' },
      400,
      'BAD_USER_INPUT',
    ],
  ];

  it.each(FAULTS)('blames the client who sends %s, in the shape of a GraphQL error', async (_, init, status, code) => {
    const answer = await send(init);
    expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([status, code]);
    expect(answer.body.data).toBeUndefined();
    expect(answer.text).not.toMatch(/stack|node_modules/);
    expect(answer.response.headers.get('x-request-id')).toBeTruthy();
  });

  it('refuses a variable without end in the address, too', async () => {
    const variables = `{"at":${nested('[', 1_000, '', ']')}}`;
    const { status, body } = await send({}, `/graphql?${new URLSearchParams({ query: DEEP, variables })}`);
    expect([status, body.errors[0].extensions.code]).toEqual([400, 'LIMIT_EXCEEDED']);
  });

  it('takes values as deep as the limit', async () => {
    const { body } = await send(asking(DEEP, `{"at":${nested('{"in":', 31, '{}')}}`));
    expect(body).toEqual({ data: { deep: 'read' } });
    const { body: refused } = await send(asking(DEEP, `{"at":${nested('{"in":', 32, '{}')}}`));
    expect(refused.errors[0].message).toBe('A value may be nested 32 levels deep.');
  });

  it('names the variable and the place in it that is wrong', async () => {
    const { body } = await post({ query: 'query ($to: String!) { hello(to: $to) }', variables: { to: 5 } });
    expect(body.errors[0].extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'to' });
  });

  it('shows an error of the catalogue and masks any other, which the log has with the request id', async () => {
    const { status, body, text } = await post({ query: '{ hello forbidden broken }' }, { 'x-request-id': 'trace-7' });
    expect(status).toBe(200);
    expect(body.data).toEqual({ hello: 'hello you 日本', forbidden: null, broken: null });
    expect(body.errors).toMatchObject([
      { message: 'Not for you.', path: ['forbidden'], extensions: { code: 'FORBIDDEN' } },
      {
        message: 'Something went wrong on our side; request id trace-7.',
        path: ['broken'],
        extensions: { code: 'INTERNAL' },
      },
    ]);
    expect(text).not.toContain('10.0.0.7');
    const logged = seen.lines.filter((line) => line.includes('10.0.0.7'));
    expect(logged).toHaveLength(1);
    expect(JSON.parse(logged[0] ?? '{}')).toMatchObject({ requestId: 'trace-7', path: ['broken'] });
  });

  it('takes a request id that can stand in a log, and makes one otherwise', async () => {
    const given = await post({ query: '{ hello }' }, { 'x-request-id': 'a-1' });
    expect(given.response.headers.get('x-request-id')).toBe('a-1');
    const bad = await post({ query: '{ hello }' }, { 'x-request-id': 'a b"' });
    expect(bad.response.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
  });

  it.each([
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://[::1]:5173', 'http://[::1]:5173'],
    ['https://example.org', null],
    ['http://localhost.example.org', null],
    ['null', null],
  ])('lets pages of this machine read answers, and no others: %s', async (origin, allowed) => {
    const preflight = await send({ method: 'OPTIONS', headers: { origin } });
    expect(preflight.status).toBe(204);
    expect(preflight.response.headers.get('access-control-allow-origin')).toBe(allowed);
    expect(preflight.response.headers.get('access-control-allow-headers')).toContain('content-type');
    expect((await post({ query: '{ hello }' }, { origin })).response.headers.get('access-control-allow-origin')).toBe(
      allowed,
    );
  });

  it('can be introspected', async () => {
    expect((await post({ query: '{ __schema { mutationType { name } } _service { sdl } }' })).body.data).toMatchObject({
      __schema: { mutationType: { name: 'Mutation' } },
    });
  });

  it('tells that it is live and ready', async () => {
    expect((await send({}, '/health/live')).status).toBe(200);
    expect((await send({}, '/health/ready')).body).toEqual({ status: 'ready' });
    expect((await send({}, '/nowhere')).body.errors[0].extensions.code).toBe('NOT_FOUND');
  });

  it('aborts the request of a client who goes away', async () => {
    const leaving = new AbortController();
    const gone = fetch(server.url, {
      method: 'POST',
      headers: JSON_TYPE,
      body: '{"query":"{ slow }"}',
      signal: leaving.signal,
    });
    const before = seen.requests.length;
    await expect.poll(() => seen.requests.length).toBeGreaterThan(before);
    const signal = seen.requests.at(-1)?.signal;
    expect(signal?.aborted).toBe(false);
    leaving.abort();
    await expect(gone).rejects.toThrow();
    await expect.poll(() => signal?.aborted).toBe(true);
    release();
  });

  it('answers what it has begun before it closes', async () => {
    const closing = await serve();
    const before = seen.requests.length;
    const answer = fetch(closing.url, { method: 'POST', headers: JSON_TYPE, body: '{"query":"{ slow }"}' });
    await expect.poll(() => seen.requests.length).toBeGreaterThan(before);
    const closed = closing.close();
    release();
    expect(await (await answer).json()).toEqual({ data: { slow: 'done' } });
    await closed;
    await expect(fetch(closing.url)).rejects.toThrow();
  });

  it('survives an address that is none', async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.write(`GET http://[ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    const [status] = (await socket.setEncoding('utf8').toArray()).join('').split('\r\n');
    expect(status).toBe('HTTP/1.1 400 Bad Request');
  });

  it('hands on who asks, and answers nobody whose credentials do not hold but about its health', async () => {
    const viewer: Viewer = { role: 'MINISTRY', subject: 'officer', company: null, expiresAt: null };
    const guarded = await serve(async ({ headers: { authorization } }) => {
      if (authorization === 'Bearer good') return { viewer, authorization };
      throw new HttpError(403, 'FORBIDDEN', 'A subgraph answers its gateway only.');
    });
    try {
      const ask = (headers: Record<string, string>, body = '{"query":"{ hello }"}') =>
        fetch(guarded.url, { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body });
      expect(await (await ask({ authorization: 'Bearer good' })).json()).toEqual({ data: { hello: 'hello you 日本' } });
      expect(seen.requests.at(-1)).toMatchObject({ viewer, authorization: 'Bearer good' });

      const before = seen.requests.length;
      for (const body of ['{"query":"{ hello }"}', '{"query":"{ __schema { types { name } } }"}', '{"query":']) {
        const refused = await ask({ authorization: 'Bearer bad' }, body);
        expect([refused.status, await refused.json()]).toEqual([
          403,
          {
            errors: [{ message: 'A subgraph answers its gateway only.', extensions: { code: 'FORBIDDEN' } }],
          },
        ]);
      }
      const byGet = await fetch(`${guarded.url}?query=${encodeURIComponent('{ _service { sdl } }')}`);
      expect(byGet.status).toBe(403);
      expect(seen.requests).toHaveLength(before);
      const health = await fetch(new URL('/health/ready', guarded.url));
      expect([health.status, await health.json()]).toEqual([200, { status: 'ready' }]);
      expect(seen.requests.at(-1)?.viewer).toEqual(PUBLIC);
    } finally {
      await guarded.close();
    }
  });

  it.each([
    [
      'a port that is taken',
      () => ({ host: '127.0.0.1', port: Number(new URL(server.url).port) }),
      /^port \d+ of 127.0.0.1 is taken; set PORT/,
    ],
    [
      'a host that is not of this machine',
      () => ({ host: '192.0.2.1', port: 0 }),
      /^HOST 192.0.2.1 is not an address of this machine$/,
    ],
  ])('says in one line what is wrong with %s', async (_, address, message) => {
    const start = serveSchema({ credentialsOf: anybody, schema, createContext: () => ({}), log, ...address() });
    await expect(start).rejects.toMatchObject({ name: 'OperatorError', message: expect.stringMatching(message) });
  });
});
