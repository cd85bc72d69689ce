import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { json } from '../../../kit/http/http-message.js';
import { type Listening, listen } from '../../../kit/http/listen.js';
import { answerOn, exchange, open, statuses } from './raw-client.js';

let server: Listening;
let release: () => void;
let waiting: number;

beforeEach(async () => {
  waiting = 0;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  server = await listen({
    host: '127.0.0.1',
    port: 0,
    log: pino({ level: 'silent' }),
    routes: {
      '/length': { GET: ({ request }) => json(200, request.headers.authorization?.length) },
      '/query': { GET: ({ url }) => json(200, url.search) },
      '/echo': { POST: async ({ readJson }) => json(200, await readJson()) },
      '/slow': {
        GET: async () => {
          waiting += 1;
          await released;
          return json(200, 'slow');
        },
      },
    },
  });
});
afterEach(async () => {
  release();
  await server.close().catch(() => undefined);
});

describe('what is unusual in a request', () => {
  test('a header of 100 kB reaches the handler, which can say what is wrong with it', async () => {
    const authorization = `Bearer ${'a'.repeat(100_000)}`;
    const response = await fetch(`${server.url}/length`, { headers: { authorization } });
    expect([response.status, await response.json()]).toEqual([200, 100_007]);
  });

  test.each<[string, string, number, string]>([
    ['an address of 200 kB', `GET /query?${'a'.repeat(200_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, 431, 'LIMIT_EXCEEDED'],
    ['a header of 1 MB', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(1_000_000)}\r\n\r\n`, 431, 'LIMIT_EXCEEDED'],
    ['no host', 'GET /query HTTP/1.1\r\n\r\n', 400, ''],
    ['what is not HTTP', 'hello\r\n\r\n', 400, 'BAD_USER_INPUT'],
    ['TLS', '\x16\x03\x01\x02\x00\x01', 400, 'BAD_USER_INPUT'],
    [
      'two lengths',
      'POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}',
      400,
      'BAD_USER_INPUT',
    ],
    [
      'a length and chunks',
      'POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
      'BAD_USER_INPUT',
    ],
    ['an address that is none', 'GET http://[ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', 400, 'BAD_USER_INPUT'],
    ['two slashes', 'GET //elsewhere/query HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', 404, 'NOT_FOUND'],
    ['another expectation', 'GET /query HTTP/1.1\r\nhost: x\r\nexpect: tea\r\nconnection: close\r\n\r\n', 417, ''],
  ])('%s is refused, and the client can read why', async (_, text, status, code) => {
    const answer = await exchange(server.url, text);
    expect(statuses(answer)).toEqual([status]);
    expect(answer).toContain(code);
  });

  test.each([
    ['an absolute address', 'GET http://hub.example/query?a=1 HTTP/1.1\r\nhost: x'],
    ['a strange host', 'GET /query?a=1 HTTP/1.1\r\nhost: ]]&%$'],
    ['an old version of HTTP', 'GET /query?a=1 HTTP/1.0\r\nx: y'],
  ])('%s is answered', async (_, head) => {
    const answer = await exchange(server.url, `${head}\r\nconnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 200 .*\r\n\r\n"\?a=1"$/s);
  });

  const POST = 'POST /echo HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\n';

  test.each([
    ['in chunks', `${POST}transfer-encoding: chunked\r\n\r\n4\r\n{"a"\r\n4\r\n: 1}\r\n0\r\n\r\n`, 200],
    ['with a byte order mark', `${POST}content-length: 10\r\n\r\n\ufeff{"a":1}`, 200],
    ['after 100 Continue', `${POST}expect: 100-continue\r\ncontent-length: 7\r\n\r\n{"a":1}`, 200],
    ['with a key twice', `${POST}content-length: 13\r\n\r\n{"a":2,"a":1}`, 200],
    ['of other bytes than its length', `${POST}content-length: 3\r\n\r\n{"a":1}`, 400],
    [
      'of 2 MB in chunks',
      `${POST}transfer-encoding: chunked\r\n\r\n200000\r\n${' '.repeat(0x200000)}\r\n0\r\n\r\n`,
      413,
    ],
  ])('a body %s is read as it is meant', async (_, text, status) => {
    const answer = await exchange(server.url, text);
    expect(statuses(answer).at(-1)).toBe(status);
    if (status === 200) expect(answer).toMatch(/\r\n\r\n\{"a":1\}$/);
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND'])('%s is refused with what is allowed', async (method) => {
    const answer = await exchange(server.url, `${method} /query HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    expect(statuses(answer)).toEqual([405]);
    expect(answer).toMatch(/\r\nallow: GET, HEAD, OPTIONS\r\n/);
  });

  test('OPTIONS says what is allowed, with or without an origin, and nothing of what is not there', async () => {
    const options = async (path: string, headers = {}) => {
      const { status, headers: answered } = await fetch(`${server.url}${path}`, { method: 'OPTIONS', headers });
      return [status, answered.get('allow')];
    };
    expect(await options('/echo')).toEqual([204, 'POST, OPTIONS']);
    expect(await options('/query', { origin: 'http://localhost:1' })).toEqual([204, 'GET, HEAD, OPTIONS']);
    expect((await options('/nowhere'))[0]).toBe(404);
    expect(statuses(await exchange(server.url, 'OPTIONS * HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'))).toEqual([
      204,
    ]);
  });
});

const GET = (path: string) => `GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`;

describe('a server that ends', () => {
  test('answers what is in work, also of one connection, and closes each with its last answer', async () => {
    const socket = await open(server.url);
    socket.write(GET('/slow') + GET('/slow'));
    await expect.poll(() => waiting).toBe(2);
    const closed = server.close();
    release();
    const answers = await answerOn(socket);
    expect(statuses(answers)).toEqual([200, 200]);
    expect(answers.match(/connection: close/gi)).toHaveLength(1);
    await closed;
  });

  test('answers a request that comes on a kept connection while it ends', async () => {
    const kept = await open(server.url);
    kept.write(GET('/query?1'));
    await expect.poll(() => kept.readableLength).toBeGreaterThan(0);
    const closed = server.close();
    await pause(20);
    kept.write(GET('/query?2'));
    const answers = await answerOn(kept);
    expect(statuses(answers)).toEqual([200, 200]);
    expect(answers).toMatch(/connection: close/i);
    await closed;
  });

  test('ends although a client keeps its connections open and says nothing', async () => {
    const silent = await open(server.url);
    const kept = await open(server.url);
    kept.write(GET('/query'));
    await expect.poll(() => kept.readableLength).toBeGreaterThan(0);
    await server.close();
    expect(statuses(await answerOn(kept))).toEqual([200]);
    expect(await answerOn(silent)).toBe('');
  });

  test('answers connections that the system has accepted by then, and refuses later ones', async () => {
    const { hostname, port } = new URL(server.url);
    const outcomes = Array.from({ length: 50 }, (_, n) => {
      const socket = connect(Number(port), hostname);
      socket.write(GET(`/query?${n}`));
      return answerOn(socket).then(statuses, ({ code }) => code);
    });
    await server.close();
    for (const outcome of await Promise.all(outcomes)) expect(outcome).toEqual([200]);
    expect(await exchange(server.url, GET('/query')).catch(({ code }) => code)).toBe('ECONNREFUSED');
  });
});
