import { buildSchema, type ExecutionResult, GraphQLError } from 'graphql';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { BadUserInputError, UnavailableError } from '../../../kit/errors.js';
import { graphqlHandler } from '../../../kit/http/graphql-handler.js';
import { startGraphQLServer } from '../../../kit/http/graphql-server.js';
import { type Listening, listen } from '../../../kit/http/listen.js';
import { maskErrors } from '../../../kit/http/mask.js';
import { CLIENT_LIMITS } from '../../../kit/limits/operation-limits.js';
import { PUBLIC } from '../../../kit/viewer.js';

const LEVELS: Record<number, string> = { 30: 'info', 40: 'warn', 50: 'error' };

let listening: Listening | undefined;
afterEach(() => listening?.close());

/** What the log says, beside times and names, of one question to a server whose execution gives these errors. */
async function logged(errors: readonly GraphQLError[], { level = 'info', query = '{ a }' } = {}) {
  const lines: string[] = [];
  const log = pino({ level }, { write: (line: string) => lines.push(line) });
  const service = {
    schema: buildSchema('type Query { a: Int }'),
    limits: CLIENT_LIMITS,
    execute: async (): Promise<ExecutionResult> => ({ data: { a: null }, errors: maskErrors(errors, 'r-1', log) }),
  };
  const server = await startGraphQLServer(service, log);
  const handler = graphqlHandler(server, async () => ({ viewer: PUBLIC }));
  listening = await listen({ host: '127.0.0.1', port: 0, log, routes: { '/graphql': { POST: handler } } });
  await fetch(`${listening.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': 'r-1' },
    body: query === '' ? 'no json' : JSON.stringify({ query }),
  });
  await server.apollo.stop();
  return lines.map((line) => {
    const { level: number, time: _, pid: __, hostname: ___, err, ...rest } = JSON.parse(line);
    return { level: LEVELS[number], ...(err && { err: err.message }), ...rest };
  });
}

const at = (error: GraphQLError, path: string) =>
  new GraphQLError(error.message, { path: [path], originalError: error, extensions: error.extensions });

test('a part that does not answer is a warning, once a request however many fields it costs', async () => {
  const down = new UnavailableError('the database does not answer');
  expect(await logged([at(down, 'a'), at(down, 'b'), at(down, 'c')], { level: 'warn' })).toEqual([
    {
      level: 'warn',
      requestId: 'r-1',
      code: 'UNAVAILABLE',
      path: ['a'],
      count: 3,
      msg: 'the database does not answer',
    },
  ]);
});

test('what a client does wrong is told at info without its own words', async () => {
  const secret = new BadUserInputError('filter.passport', '"XX1234567" is not one');
  expect(await logged([at(secret, 'a')])).toEqual([
    {
      level: 'info',
      requestId: 'r-1',
      code: 'BAD_USER_INPUT',
      argument: 'filter.passport',
      path: ['a'],
      count: 1,
      msg: 'a request was refused',
    },
  ]);
  expect(await logged([at(secret, 'a')], { level: 'warn' })).toEqual([]);
});

test('a fault of ours is an error with its cause, once', async () => {
  const bug = new TypeError('x is not a function');
  const error = new GraphQLError('x is not a function', { path: ['a'], originalError: bug });
  expect(await logged([error, error])).toEqual([
    { level: 'error', requestId: 'r-1', path: ['a'], err: 'x is not a function', msg: 'x is not a function' },
  ]);
});

test('many kinds of errors get a few lines and a count', async () => {
  const errors = Array.from({ length: 40 }, (_, index) => at(new UnavailableError(`part ${index}`), 'a'));
  const lines = await logged(errors);
  expect(lines).toHaveLength(6);
  expect(lines.at(-1)).toEqual({ level: 'info', requestId: 'r-1', more: 35, msg: 'a request had other errors too' });
});

test.each([
  ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
  ['{ ', 'GRAPHQL_PARSE_FAILED'],
  ['', 'BAD_USER_INPUT'],
])('%s, which is not executed, is logged as well', async (query, code) => {
  expect(await logged([], { query })).toMatchObject([{ level: 'info', requestId: 'r-1', code }]);
});
