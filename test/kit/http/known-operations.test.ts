import { buildSchema, type ExecutionResult } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BadUserInputError } from '../../../kit/errors.js';
import { graphqlHandler } from '../../../kit/http/graphql-handler.js';
import { startGraphQLServer } from '../../../kit/http/graphql-server.js';
import { type Listening, listen } from '../../../kit/http/listen.js';
import { CLIENT_LIMITS } from '../../../kit/limits/operation-limits.js';
import { anybody } from '../../testkit/credentials.js';

const log = pino({ level: 'silent' });
let listening: Listening;
let executed: unknown[] = [];

beforeAll(async () => {
  const server = await startGraphQLServer(
    {
      schema: buildSchema('type Query { a(n: Int): Int b: Int }'),
      limits: CLIENT_LIMITS,
      execute: async (_, operation, variables): Promise<ExecutionResult> => {
        executed.push([operation.name?.value, variables]);
        if (variables.n === 13) return { data: { a: null }, errors: [new BadUserInputError('n', 'is unlucky')] };
        return { data: { a: variables.n ?? 1 } };
      },
    },
    log,
  );
  const handler = graphqlHandler(server, anybody);
  listening = await listen({
    routes: { '/graphql': { GET: handler, POST: handler } },
    host: '127.0.0.1',
    port: 0,
    log,
  });
});
afterAll(() => listening.close());

async function post(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${listening.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const { status } = response;
  return { status, type: response.headers.get('content-type'), body: await response.text() };
}

const QUERY = 'query A($n: Int) { a(n: $n) } query B { b }';

test.each([
  ['a query', { query: '{ a }' }],
  ['variables', { query: QUERY, operationName: 'A', variables: { n: 7 } }],
  ['nulls for what is absent', { query: '{ b }', operationName: null, variables: null, extensions: null }],
  ['an error of an argument', { query: QUERY, operationName: 'A', variables: { n: 13 } }],
  ['no operation of that name', { query: QUERY, operationName: 'C' }],
  ['no name where there are two', { query: QUERY }],
  ['what is not valid', { query: '{ c }' }],
  ['what cannot be read', { query: '{ c' }],
  ['variables that are none', { query: QUERY, operationName: 'A', variables: [1] }],
  ['no query', { variables: {} }],
])('%s is answered the second time as it was the first, and executed as often', async (_, body) => {
  for (const accept of ['*/*', 'application/json', 'application/graphql-response+json, application/json;q=0.5']) {
    executed = [];
    const first = await post(body, { accept });
    const once = executed;
    executed = [];
    expect(await post(body, { accept })).toEqual(first);
    expect(executed).toEqual(once);
    expect(once.length).toBeLessThanOrEqual(1);
  }
});

test('operations of one text are told apart by their names, and texts by every character', async () => {
  await post({ query: QUERY, operationName: 'A' });
  await post({ query: QUERY, operationName: 'B' });
  executed = [];
  await post({ query: QUERY, operationName: 'B' });
  await post({ query: `${QUERY} `, operationName: 'A' });
  await post({ query: QUERY, operationName: 'A', variables: { n: 2 } });
  expect(executed).toEqual([
    ['B', {}],
    ['A', {}],
    ['A', { n: 2 }],
  ]);
});

test('what nobody accepts is refused the second time, too', async () => {
  const accept = 'text/csv';
  expect((await post({ query: '{ a }' }, { accept })).status).toBe(406);
  expect((await post({ query: '{ a }' }, { accept })).status).toBe(406);
});
