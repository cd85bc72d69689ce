import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { json } from '../../../kit/http/http-message.js';
import { type Listening, listen } from '../../../kit/http/listen.js';
import type { SlowClientLimits } from '../../../kit/http/slow-clients.js';
import { answerOn, open, statuses } from './raw-client.js';

/** More than the buffers of the system hold on both sides. */
const BIG = Buffer.alloc(24 * 1024 * 1024, 'x');
const PATIENT: SlowClientLimits = { progressMs: 60_000, requestMs: 60_000, answerMs: 60_000 };

let server: Listening;
/** How many connections of big answers are closed. */
let cut: number;
afterEach(() => server.close());

async function start(limits: Partial<SlowClientLimits>): Promise<void> {
  cut = 0;
  server = await listen({
    host: '127.0.0.1',
    port: 0,
    log: pino({ level: 'silent' }),
    slowClients: { ...PATIENT, ...limits },
    routes: {
      '/big': {
        GET: ({ request }) => {
          request.socket.once('close', () => {
            cut += 1;
          });
          return { status: 200, body: BIG };
        },
      },
      '/echo': { POST: async ({ readJson }) => json(200, await readJson()) },
      '/live': { GET: () => json(200, 'live') },
    },
  });
}

const isAnswering = async () => (await fetch(`${server.url}/live`)).status;

/** Reads what the server sends, with a rest after each megabyte; gives how much it was, and how often it rested. */
async function readSlowly(restMs: number): Promise<{ bytes: number; rests: number }> {
  const socket = await open(server.url);
  socket.write('GET /big HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
  let bytes = 0;
  let rests = 0;
  try {
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes < (rests + 1) * 1024 * 1024) continue;
      rests += 1;
      await pause(restMs);
    }
  } catch (error) {
    expect(error).toMatchObject({ code: 'ECONNRESET' });
  }
  return { bytes, rests };
}

test('a client that does not read its answer is cut, while others are answered', async () => {
  await start({ progressMs: 300 });
  const socket = await open(server.url);
  socket.write('GET /big HTTP/1.1\r\nhost: x\r\n\r\n');
  socket.pause();
  await expect.poll(() => cut, { timeout: 20_000 }).toBe(1);
  expect(await isAnswering()).toBe(200);
  socket.destroy();
});

test('a client that reads slowly but steadily gets all of a big answer, though it takes longer than one without progress may', async () => {
  await start({ progressMs: 1_000 });
  const { bytes, rests } = await readSlowly(100);
  expect(bytes).toBeGreaterThan(BIG.length);
  // Together the rests are longer than the time without progress.
  expect(rests).toBeGreaterThan(10);
});

test('however steadily a client reads, there is an end', async () => {
  await start({ answerMs: 500 });
  const { bytes } = await readSlowly(200);
  expect(bytes).toBeLessThan(BIG.length);
});

test('what is no request writes nothing into an answer that is on its way', async () => {
  await start({});
  const socket = await open(server.url);
  const chunks: Buffer[] = [];
  socket.on('error', () => undefined).on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.write('GET /big HTTP/1.1\r\nhost: x\r\n\r\n');
  await once(socket, 'data');
  socket.write('nonsense\r\n\r\n');
  await once(socket, 'close');
  const answer = Buffer.concat(chunks).toString();
  const bodyStart = answer.indexOf('\r\n\r\n') + 4;
  expect(answer.slice(bodyStart, bodyStart + BIG.length)).toMatch(/^x+$/);
});

const HEAD = 'POST /echo HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';

test('a client that stops in the middle of its body is told so and cut', async () => {
  await start({ progressMs: 300 });
  const socket = await open(server.url);
  socket.write(`${HEAD}content-length: 20\r\n\r\n{"a":`);
  const answer = await answerOn(socket);
  expect(statuses(answer)).toEqual([408]);
  expect(answer).toContain('LIMIT_EXCEEDED');
  expect(await isAnswering()).toBe(200);
});

test('a client that sends its body slowly but steadily is answered', async () => {
  await start({ progressMs: 500 });
  const body = JSON.stringify('x'.repeat(14));
  const socket = await open(server.url);
  socket.write(`${HEAD}connection: close\r\ncontent-length: ${body.length}\r\n\r\n`);
  for (const letter of body) {
    await pause(60);
    socket.write(letter);
  }
  expect(await answerOn(socket)).toContain(`\r\n\r\n${body}`);
});

test.each([
  ['sends nothing', []],
  ['stops in the middle of its headers', ['GET /live HTTP/1.1\r\nhost:']],
  ['sends a header now and then', ['GET /live HTTP/1.1\r\n', ...Array.from({ length: 40 }, (_, n) => `x-${n}: 1\r\n`)]],
])('a client that %s is told so and cut', async (_, parts) => {
  await start({ progressMs: 400 });
  const socket = await open(server.url);
  const answer = answerOn(socket);
  for (const part of parts) {
    if (!socket.writable) break;
    socket.write(part);
    await pause(100);
  }
  expect(statuses(await answer)).toEqual([408]);
});

test('however steadily a client sends its body, there is an end', async () => {
  await start({ requestMs: 1_000 });
  const socket = await open(server.url);
  const answer = answerOn(socket);
  socket.write(`${HEAD}content-length: 1000\r\n\r\n`);
  let sent = 0;
  while (socket.writable && sent < 1_000) {
    socket.write(' ');
    sent += 1;
    await pause(100);
  }
  expect(statuses(await answer)).toEqual([408]);
  expect(sent).toBeLessThan(1_000);
});
