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
const mutation = parse('mutation { rename(slug: "hr", to: "x") { title } }');
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

  it('is not called any more after five failures, until it answers again', async () => {
    let asked = 0;
    let isWell = false;
    const execute = await executorOf((_, response) => {
      asked += 1;
      response.end(isWell ? '{"data":{"events":[]}}' : 'out of order');
    });
    for (let call = 1; call <= 5; call += 1) await execute({ document, context });
    const refused = await Promise.all(Array.from({ length: 20 }, () => execute({ document, context })));
    expect(asked).toBe(5);
    expect(refused.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(new Array(20).fill('UNAVAILABLE'));
    const change = await execute({ document: mutation, context });
    expect(change.errors?.[0]?.message).toMatch(/nothing was written/);
    isWell = true;
    await expect
      .poll(async () => (await execute({ document, context })).data, { timeout: 10_000 })
      .toEqual({ events: [] });
    const before = asked;
    await Promise.all(Array.from({ length: 20 }, () => execute({ document, context })));
    expect(asked).toBe(before + 20);
    expect(lines.filter((line) => line.includes('not called for now'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('answers again'))).toHaveLength(1);
  });

  it('holds up no more than a thousand calls', async () => {
    const execute = await executorOf(() => undefined);
    const leaving = new AbortController();
    const calls = Array.from({ length: 1_000 }, () =>
      execute({ document, context: { ...context, signal: leaving.signal } }),
    );
    expect((await execute({ document, context })).errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
    leaving.abort();
    await Promise.all(calls);
    expect(lines).toEqual([]);
  });
});

describe('a change over HTTP', () => {
  const swallow: RequestListener = (request) => void request.resume();

  it.each<[what: string, answer: RequestListener]>([
    ['does not answer', swallow],
    ['cuts the connection', (request) => void request.resume().once('end', () => request.socket.destroy())],
    ['answers with HTML', (_, response) => response.writeHead(502).end('<h1>Bad Gateway</h1>')],
    ['answers half', (_, response) => void response.writeHead(200, { 'content-length': 100 }).write('{"data":')],
    ['has a proxy that speaks JSON', (_, response) => response.writeHead(504).end('{"errors":[{"message":"late"}]}')],
  ])('may have been made where the subgraph %s, and is sent once', async (_, answer) => {
    let asked = 0;
    const execute = await executorOf((request, response) => {
      asked += 1;
      answer(request, response);
    }, 300);
    const { data, errors } = await execute({ document: mutation, context });
    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([
      { extensions: { code: 'OUTCOME_UNKNOWN' }, message: expect.stringMatching(/same key/) },
    ]);
    // What would be sent again has arrived by the time that another question is answered.
    await execute({ document, context });
    expect(asked).toBe(2);
  });

  it('was not made where nobody listens', async () => {
    const { errors } = await call('http://127.0.0.1:1/graphql')({ document: mutation, context });
    expect(errors).toMatchObject([
      { extensions: { code: 'UNAVAILABLE' }, message: expect.stringMatching(/nothing was written/) },
    ]);
  });

  it('was not made where it still waits for a connection', async () => {
    let asked = 0;
    let changes = 0;
    const execute = await executorOf((request) => {
      asked += 1;
      request.setEncoding('utf8').on('data', (body: string) => {
        if (body.includes('mutation')) changes += 1;
      });
    });
    const leaving = new AbortController();
    const late = new AbortController();
    const busy = Array.from({ length: 64 }, () =>
      execute({ document, context: { ...context, signal: leaving.signal } }),
    );
    const change = execute({ document: mutation, context: { ...context, signal: late.signal } });
    await expect.poll(() => asked).toBe(64);
    late.abort();
    const { errors } = await change;
    leaving.abort();
    expect(errors).toMatchObject([{ message: expect.stringMatching(/nothing was written/) }]);
    await Promise.all(busy);
    expect(changes).toBe(0);
  });

  it('has the outcome that its subgraph tells', async () => {
    const told = { message: 'It may be made.', path: ['rename'], extensions: { code: 'OUTCOME_UNKNOWN' } };
    const execute = await executorOf((_, response) =>
      response.writeHead(500).end(JSON.stringify({ data: { rename: null }, errors: [told] })),
    );
    const graph = toyGraph({}, { 'trade-events': execute });
    expect(await graph.ask('mutation { x: rename(slug: "hr", to: "x") { title } }')).toMatchObject({
      data: { x: null },
      errors: [{ path: ['x'], message: 'It may be made.', extensions: { code: 'OUTCOME_UNKNOWN' } }],
    });
  });
});
