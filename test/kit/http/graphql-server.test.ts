import { HeaderMap } from '@apollo/server';
import { buildSchema, type ExecutionResult } from 'graphql';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { startGraphQLServer } from '../../../kit/http/graphql-server.js';
import { CLIENT_LIMITS } from '../../../kit/limits/operation-limits.js';
import { PUBLIC } from '../../../kit/viewer.js';

async function answerWhere(execute: () => Promise<ExecutionResult>) {
  const service = { schema: buildSchema('type Query { a: Int }'), limits: CLIENT_LIMITS, execute };
  const { apollo: server } = await startGraphQLServer(service, pino({ level: 'silent' }));
  const { status, body } = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      headers: new HeaderMap([['content-type', 'application/json']]),
      search: '',
      body: { query: '{ a }' },
    },
    context: async () => ({ requestId: 'r', viewer: PUBLIC }),
  });
  await server.stop();
  return { status, body: JSON.parse(body.kind === 'complete' ? body.string : '{}') };
}

test('a request that overflows the stack in spite of all limits asks for too much', async () => {
  const overflow = async (): Promise<ExecutionResult> => overflowing();
  const overflowing = (): ExecutionResult => ({ data: { a: overflowing() } });
  const { status, body } = await answerWhere(overflow);
  expect([status, body.errors[0].extensions.code]).toEqual([400, 'LIMIT_EXCEEDED']);
});

test('any other error is a fault of ours', async () => {
  const { status, body } = await answerWhere(async () => ({ data: { a: new Array(-1) } }));
  expect([status, body.errors[0].extensions.code]).toEqual([500, 'INTERNAL']);
  expect(body.errors[0].message).not.toContain('array');
});
