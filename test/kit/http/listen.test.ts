import { pino } from 'pino';
import { expect, test } from 'vitest';
import { json } from '../../../kit/http/http-message.js';
import { listen } from '../../../kit/http/listen.js';

test('a header of 100 kB reaches the handler, which can say what is wrong with it', async () => {
  const server = await listen({
    host: '127.0.0.1',
    port: 0,
    log: pino({ level: 'silent' }),
    routes: { '/length': { GET: ({ request }) => json(200, request.headers.authorization?.length) } },
  });
  const authorization = `Bearer ${'a'.repeat(100_000)}`;
  const response = await fetch(`${server.url}/length`, { headers: { authorization } });
  expect([response.status, await response.json()]).toEqual([200, 100_007]);
  await server.close();
});
