import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeSupergraph } from '../../../gateway/compose.js';
import { type HttpExecutor, httpExecutor } from '../../../gateway/executors/http.js';
import { startGateway } from '../../../gateway/server.js';
import type { ReadCredentials } from '../../../kit/authentication/credentials.js';
import type { Listening } from '../../../kit/http/listen.js';
import { serveSchema } from '../../../kit/http/serve-schema.js';
import { PUBLIC, type Viewer } from '../../../kit/viewer.js';
import { anybody } from '../../testkit/credentials.js';
import { museum } from './museum.js';

const log = pino({ level: 'silent' });
const OFFICER: Viewer = { role: 'MINISTRY', subject: 'officer', company: null, expiresAt: null, scopes: ['read'] };

/** Takes whoever sends any token for the officer. */
const officers: ReadCredentials = async ({ headers }) => ({ viewer: headers.authorization ? OFFICER : PUBLIC });

const { sdl, schemas, done } = museum();
const supergraphSdl = composeSupergraph(
  Object.entries(sdl).map(([name, text]) => ({ name, url: `http://${name}`, sdl: text })),
);
const here = { host: '127.0.0.1', port: 0, log, examplesDir: 'examples' };
const closing: (() => Promise<void>)[] = [];
let gateway: Listening;

beforeAll(async () => {
  const executors: Record<string, HttpExecutor> = {};
  for (const [name, schema] of Object.entries(schemas)) {
    const server = await serveSchema({ ...here, schema, createContext: () => ({}), credentialsOf: anybody });
    const executor = httpExecutor({ name, url: server.url, log, gatewaySecret: 'secret' });
    executors[name] = executor;
    closing.push(server.close, executor.close);
  }
  gateway = await startGateway({ ...here, supergraphSdl, executors, credentialsOf: officers });
  closing.push(gateway.close);
});
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

async function ask(query: string, headers: Record<string, string> = {}) {
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data: unknown; errors?: { path: string[]; extensions: { code: string } }[] };
}

describe('over HTTP', () => {
  it('a field is open to those who bring what it asks for, and to nobody else', async () => {
    const query = '{ inventory works { ... on Painting { title postcards } } }';
    expect(await ask(query)).toMatchObject({
      data: { inventory: null, works: [null, {}] },
      errors: [
        { path: ['inventory'], extensions: { code: 'UNAUTHENTICATED' } },
        { path: ['works', 0, 'postcards'], extensions: { code: 'UNAUTHENTICATED' } },
      ],
    });
    expect(await ask(query, { authorization: 'Bearer token' })).toEqual({
      data: { inventory: ['Rain', 'Stone'], works: [{ title: 'Rain', postcards: ['Rain'] }, {}] },
    });
  });

  it('a mutation that is refused changes nothing', async () => {
    const answer = await ask('mutation { sell(id: "p1") clean(id: "p1") }', { authorization: 'Bearer token' });
    expect(answer).toMatchObject({
      data: { sell: null, clean: true },
      errors: [{ path: ['sell'], extensions: { code: 'FORBIDDEN' } }],
    });
    expect(done).toEqual(['clean p1']);
  });

  it('a supergraph that cannot be served is not', async () => {
    const secret = supergraphSdl.replace('policy/v0.1', 'policy/v7.0');
    await expect(
      startGateway({ ...here, supergraphSdl: secret, executors: {}, credentialsOf: anybody }),
    ).rejects.toThrow('It links https://specs.apollo.dev/policy/v7.0 for SECURITY, which the gateway does not know.');
  });
});
