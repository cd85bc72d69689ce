import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'graphql';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { httpExecutor } from '../../../gateway/executors/http.js';
import { serveSchema } from '../../../kit/http/serve-schema.js';
import { PUBLIC } from '../../../kit/viewer.js';
import { anybody } from '../../testkit/credentials.js';
import { toyGraph, toySchema } from '../toy/graph.js';

const closers: (() => unknown)[] = [];
const lines: string[] = [];
const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });

afterEach(async () => {
  lines.length = 0;
  for (const close of closers.splice(0).reverse()) await close();
});

/** An executor of something that answers as it likes. */
async function executorOf(answer: RequestListener, timeout = 5_000) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () => server.close(),
    () => server.closeAllConnections(),
  );
  return call(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, timeout);
}

function call(url: string, timeout = 5_000) {
  const executor = httpExecutor({ name: 'people', url, log, gatewaySecret: 'secret', timeout });
  closers.push(() => executor.close());
  return executor;
}

const document = parse('{ events { title } }');
const context = { requestId: 'r-9', viewer: PUBLIC };

describe('a subgraph over HTTP', () => {
  it('answers as it does in process', async () => {
    const server = await serveSchema({
      credentialsOf: anybody,
      schema: toySchema('trade-events'),
      createContext: () => ({}),
      host: '127.0.0.1',
      port: 0,
      log,
    });
    closers.push(() => server.close());
    const graph = toyGraph({}, { 'trade-events': call(server.url) });
    const query = 'query ($n: Int) { company(slug: "plusw") { name e: events(first: $n) { title hosts { name } } } }';
    expect(await graph.ask(query, { n: 1 })).toEqual(await toyGraph().ask(query, { n: 1 }));
  });

  it('gets the request id', async () => {
    const execute = await executorOf((request, response) =>
      response.end(JSON.stringify({ data: { id: request.headers['x-request-id'] } })),
    );
    expect(await execute({ document, context })).toEqual({ data: { id: 'r-9' } });
  });

  const LIES: [what: string, answer: RequestListener][] = [
    ['with HTML', (_, response) => response.end('<h1>Bad Gateway at 10.0.0.7</h1>')],
    ['with a list', (_, response) => response.end('[]')],
    ['with nothing', (_, response) => response.end()],
    ['with neither data nor errors', (_, response) => response.end('{}')],
    ['with data that is a text', (_, response) => response.end('{"data":"x"}')],
    ['with errors that are none', (_, response) => response.end('{"data":{},"errors":[]}')],
    ['with an error that has no message', (_, response) => response.end('{"data":null,"errors":[{}]}')],
    ['by hanging up', (_, response) => response.destroy()],
    [
      'by hanging up midway',
      (_, response) => response.writeHead(200, { 'content-length': '99' }).write('{', () => response.destroy()),
    ],
  ];

  it.each(LIES)('that answers %s is UNAVAILABLE, and why is in the log alone', async (_, answer) => {
    const execute = await executorOf(answer);
    const result = await execute({ document, context });
    expect(result.data).toBeUndefined();
    expect(result.errors).toHaveLength(1);
    expect(result.errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
    expect(JSON.stringify(result)).not.toMatch(/127\.0\.0\.1|10\.0\.0\.7|graphql/);
    expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({ requestId: 'r-9', subgraph: 'people' });
  });

  it('that says nothing is UNAVAILABLE after its time', async () => {
    const execute = await executorOf(() => {}, 300);
    expect((await execute({ document, context })).errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
  });

  it('that is not there is UNAVAILABLE, and answers as soon as it is', async () => {
    const place = createServer();
    await new Promise<void>((resolve) => place.listen(0, '127.0.0.1', resolve));
    const { port } = place.address() as AddressInfo;
    await new Promise((resolve) => place.close(resolve));
    const execute = call(`http://127.0.0.1:${port}/graphql`);
    expect((await execute({ document, context })).errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
    const server = await serveSchema({
      credentialsOf: anybody,
      schema: toySchema('trade-events'),
      createContext: () => ({}),
      host: '127.0.0.1',
      port,
      log,
    });
    closers.push(() => server.close());
    expect((await execute({ document, context })).data).toEqual({
      events: [{ title: 'Japan IT Week' }, { title: 'HR Meeting' }],
    });
  });

  it('keeps the codes and paths of its errors, whatever its status', async () => {
    const error = { message: 'Not for you.', path: ['events', 0], extensions: { code: 'FORBIDDEN' } };
    const execute = await executorOf((_, response) => response.writeHead(500).end(JSON.stringify({ errors: [error] })));
    const result = await execute({ document, context });
    expect(result).toMatchObject({ data: null, errors: [error] });
  });

  it('shows no more of its errors than their code, their argument and their message', async () => {
    const told = (extensions: object) => ({ message: 'told', path: ['events'], extensions });
    const execute = await executorOf((_, response) =>
      response.end(
        JSON.stringify({
          data: { events: null },
          errors: [
            told({ code: 'BAD_USER_INPUT', argument: 'first', stacktrace: ['at /srv/x.ts'], sql: 'select 1' }),
            told({ code: 'BAD_USER_INPUT', argument: { sql: 'select 1' } }),
            told({ code: 'INTERNAL', argument: 'first' }),
            told({ code: 'ECONNREFUSED' }),
            told({ code: 'toString' }),
            told({ code: 'GRAPHQL_VALIDATION_FAILED' }),
          ],
        }),
      ),
    );
    const { errors } = await execute({ document, context });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'BAD_USER_INPUT', argument: 'first' },
      { code: 'BAD_USER_INPUT' },
      {},
      {},
      {},
      {},
    ]);
    const { errors: masked } = await toyGraph({}, { 'trade-events': execute }).ask('{ events { title } }');
    expect(JSON.stringify(masked)).not.toMatch(/select|srv|ECONN/);
  });

  it('that says a fault is its own has it masked', async () => {
    const error = { message: 'select 1 failed', path: ['events'], extensions: { code: 'INTERNAL' } };
    const execute = await executorOf((_, response) =>
      response.end(JSON.stringify({ data: { events: null }, errors: [error] })),
    );
    expect(await toyGraph({}, { 'trade-events': execute }).ask('{ events { title } }')).toMatchObject({
      errors: [{ message: expect.stringMatching(/^Something went wrong/), extensions: { code: 'INTERNAL' } }],
    });
  });

  it('is asked no further for a client who has gone', async () => {
    const leaving = new AbortController();
    let closed = false;
    const execute = await executorOf((request) => {
      request.socket.once('close', () => {
        closed = true;
      });
      leaving.abort();
    });
    const result = await execute({ document, context: { ...context, signal: leaving.signal } });
    expect(result.errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
    await expect.poll(() => closed).toBe(true);
    expect(lines).toEqual([]);
  });
});
