import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GraphQLError } from 'graphql';
import { serverAudits } from 'graphql-http';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { inProcessExecutor } from '../../gateway/executors/in-process.js';
import { startGateway } from '../../gateway/server.js';
import type { SubgraphExecutor } from '../../kit/execution/subgraph-executor.js';
import type { Listening } from '../../kit/http/listen.js';
import { anybody } from '../testkit/credentials.js';
import { supergraphSdl, toyExecutors, toySchema } from './toy/graph.js';
import type { ToyContext } from './toy/world.js';

const context: ToyContext = {};
const lines: string[] = [];
const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });

/** The subgraph `sectors`, which the tests can take down. */
const live = inProcessExecutor(toySchema('sectors'), () => context);
let isDown = false;
const sectors: SubgraphExecutor = async (request) => {
  const down = new GraphQLError('down', { extensions: { code: 'UNAVAILABLE' } });
  return isDown ? { errors: [down] } : live(request);
};

let examplesDir: string;
let gateway: Listening;

beforeAll(async () => {
  examplesDir = await mkdtemp(join(tmpdir(), 'examples-'));
  await writeFile(join(examplesDir, 'a-company.graphql'), 'query ($slug: String!) { company(slug: $slug) { name } }');
  await writeFile(join(examplesDir, 'a-company.json'), '{ "slug": "plusw" }');
  await writeFile(join(examplesDir, 'b-sectors.graphql'), '{ sectors { name } }');
  const executors = toyExecutors(context, { sectors });
  gateway = await startGateway({
    supergraphSdl,
    executors,
    credentialsOf: anybody,
    host: '127.0.0.1',
    port: 0,
    examplesDir,
    log,
  });
});

afterAll(async () => {
  await gateway.close();
  await rm(examplesDir, { recursive: true });
});

interface Body {
  data: Record<string, Record<string, { name: string }[]>>;
  errors: { path?: unknown[]; extensions: { code: string } }[];
}

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(new URL(path, gateway.url), { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

async function ask(query: string, variables?: object) {
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': 'r-42' },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, body: (await response.json()) as Body };
}

describe('the gateway over HTTP', () => {
  it('answers across subgraphs', async () => {
    const { status, body } = await ask(
      'query ($s: String!) { company(slug: $s) { name sector { name } events { title } } }',
      { s: 'plusw' },
    );
    expect(status).toBe(200);
    expect(body).toEqual({
      data: {
        company: {
          name: 'Plus W',
          sector: { name: 'Care' },
          events: [{ title: 'Japan IT Week' }, { title: 'HR Meeting' }],
        },
      },
    });
  });

  it('masks an error that is not of the catalogue and logs it with the request id, once', async () => {
    const secret = new TypeError('cannot read /srv/hub/secret');
    context.fault = (type, field) => (type === 'Company' && field === 'rank' ? secret : undefined);
    const { body } = await ask('{ companies { r: rank } }');
    context.fault = undefined;
    expect(body.data).toEqual({ companies: [{ r: null }, { r: null }, { r: null }] });
    expect(body.errors).toHaveLength(3);
    expect(body.errors[1]).toEqual({
      message: 'Something went wrong on our side; request id r-42.',
      path: ['companies', 1, 'r'],
      locations: [{ line: 1, column: 15 }],
      extensions: { code: 'INTERNAL' },
    });
    const logged = lines.filter((line) => line.includes('/srv/hub/secret'));
    expect(logged.map((line) => JSON.parse(line).requestId)).toEqual(['r-42']);
  });

  it('blames the client for what a subgraph cannot read', async () => {
    const { body } = await ask('query ($id: ID!) { nodes(ids: [$id]) { id } }', { id: { no: 1 } });
    expect(body.errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'id' });
  });

  it('does without a dead subgraph, says so in its health, and has it back at once', async () => {
    isDown = true;
    const { body } = await ask('{ company(slug: "plusw") { name sector { name } } }');
    expect(body.data).toEqual({ company: { name: 'Plus W', sector: { name: null } } });
    expect(body.errors).toMatchObject([{ path: ['company', 'sector', 'name'], extensions: { code: 'UNAVAILABLE' } }]);
    const { status, text } = await get('/health/ready');
    expect([status, JSON.parse(text).subgraphs]).toEqual([
      503,
      { companies: 'ready', sectors: 'not ready', 'trade-events': 'ready', node: 'ready' },
    ]);
    expect((await get('/health/live')).status).toBe(200);
    isDown = false;
    expect((await ask('{ company(slug: "plusw") { sector { name } } }')).body.errors).toBeUndefined();
    expect((await get('/health/ready')).status).toBe(200);
  });

  it('shows no machinery of federation', async () => {
    const { body } = await ask('{ __schema { types { name } directives { name } } }');
    const { types = [], directives = [] } = body.data.__schema ?? {};
    const names = [...types, ...directives].map(({ name }) => name);
    expect(names).toContain('Company');
    expect(names.filter((name) => /^(_[^_]|join__|link__|core__|key$|inaccessible$)/.test(name))).toEqual([]);
    expect((await ask('{ company(slug: "a") { secret } }')).body.errors[0]?.extensions.code).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
  });
});

describe('the gateway passes the audit of GraphQL over HTTP', () => {
  test.each(serverAudits({ url: () => gateway.url }))('$id $name', async ({ fn }) => {
    expect(await fn()).toMatchObject({ status: 'ok' });
  });
});

describe('GraphiQL', () => {
  it('is what a browser gets, under a policy that lets nothing in from elsewhere', async () => {
    const { status, headers, text } = await get('/graphql', { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    expect(text).not.toMatch(/https?:/);
    const assets = [...text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(assets).toHaveLength(6);
    for (const path of assets) {
      const asset = await get(path);
      expect(asset.status, path).toBe(200);
      expect(asset.headers.get('content-type'), path).toMatch(
        path.endsWith('.css') ? /^text\/css/ : /^text\/javascript/,
      );
    }
  });

  it('is the same page whatever the address asks', async () => {
    const accept = 'text/html';
    const asked = `/graphql?${new URLSearchParams({ query: '</script><script>alert(1)</script>', variables: '"><img>' })}`;
    const [plain, page] = [await get('/graphql', { accept }), await get(asked, { accept })];
    expect([page.status, page.text]).toEqual([200, plain.text]);
    expect([page.headers.get('vary'), page.headers.get('cache-control')]).toEqual(['Accept, Origin', 'no-cache']);
  });

  it('opens with the examples, and their variables', async () => {
    const { text } = await get('/graphiql/examples.json');
    expect(JSON.parse(text)).toEqual([
      { query: 'query ($slug: String!) { company(slug: $slug) { name } }', variables: '{ "slug": "plusw" }' },
      { query: '{ sectors { name } }' },
    ]);
  });

  it.each([
    '/graphiql/',
    '/graphiql/..%2fpackage.json',
    '/graphiql/package.json',
    '/graphiql/__proto__',
  ])('does not serve %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('does not stand in the way of a program', async () => {
    const { status, text } = await get('/graphql?query=%7B__typename%7D', {
      accept: 'application/json',
    });
    expect([status, text]).toEqual([200, '{"data":{"__typename":"Query"}}']);
  });
});
