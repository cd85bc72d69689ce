import { once } from 'node:events';
import { chmod, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { healthRoutes } from '../../gateway/health.js';
import { type Hub, openHub } from '../../gateway/hub.js';
import { readEnvironment } from '../../kit/environment.js';
import { type Listening, listen } from '../../kit/http/listen.js';
import { logger } from '../../kit/logger.js';
import { findBinaries } from '../../kit/postgres/binaries.js';
import { openCluster } from '../../kit/postgres/cluster.js';
import { startPostmaster, stopPostmaster } from '../../kit/postgres/postmaster.js';
import { readPostmaster } from '../../kit/postgres/postmaster-file.js';
import { chooseServerUser } from '../../kit/postgres/server-user.js';
import { runRequest } from '../../kit/request.js';
import { PUBLIC, type Viewer } from '../../kit/viewer.js';
import * as list from '../../subgraphs/index.js';
import { ADMIN } from '../testkit/subgraph.js';

/** A failover as operators see it: the server behind one address is a writable one first, and a standby afterwards. */
let root: string;
let folder: string;
let address: ReturnType<typeof createServer>;
let hub: Hub;
let health: Listening;

const start = async () => {
  const user = chooseServerUser(folder);
  await startPostmaster({ folder, binaries: await findBinaries(user), user }, { isExpected: true });
};

beforeAll(async () => {
  logger.level = 'silent';
  root = await mkdtemp(join(await realpath(tmpdir()), 'corridor-hub-standby-'));
  await chmod(root, 0o755);
  const cluster = await openCluster({ dataDir: join(root, 'data') });
  folder = join(root, 'data', 'postgres');
  await cluster.close();
  await start();
  address = createServer((client) => {
    const server = connect(readPostmaster(folder)?.port ?? 1, '127.0.0.1');
    client.on('error', () => server.destroy()).pipe(server);
    server.on('error', () => client.destroy()).pipe(client);
  }).listen(0, '127.0.0.1');
  await once(address, 'listening');
  const through = (url: string) => Object.assign(new URL(url), { port: (address.address() as AddressInfo).port }).href;
  const environment = readEnvironment({
    DATABASE_URL: through(cluster.applicationUrl),
    DATABASE_OWNER_URL: through(cluster.ownerUrl),
    HUB_DATA_DIR: join(root, 'keys'),
  });
  const subgraphs = Object.values(list);
  const log = pino({ level: 'silent' });
  hub = await openHub({ subgraphs, environment, log });
  const probes = Object.fromEntries(subgraphs.map(({ name, probe }) => [name, probe]));
  const routes = healthRoutes({ executors: hub.executors, probes });
  health = await listen({ host: '127.0.0.1', port: 0, log, routes });
});
afterAll(async () => {
  await health.close();
  await hub.close();
  address.close();
  await stopPostmaster(folder);
  await rm(root, { recursive: true, force: true });
});

const ask = (viewer: Viewer) =>
  runRequest({ requestId: 'r-1', viewer }, async (context) =>
    hub.executors.people?.({ document: parse('{ people(first: 1) { nodes { slug: reference } } }'), context }),
  );

const readiness = async () => (await fetch(`${health.url}/health/ready`)).status;

/** The connections to the server that has ended fail first. */
async function afterFailures<T>(work: () => Promise<T>, isRight: (value: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const value = await work();
    if (isRight(value) || tries === 40) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('who needs a transaction that writes is refused by a standby, never told that there is nothing; and it is not ready', async () => {
  const asked = { data: { people: { nodes: [{ slug: expect.any(String) }] } } };
  expect(await ask(ADMIN)).toMatchObject(asked);
  expect(await readiness()).toBe(200);

  await writeFile(join(folder, 'standby.signal'), '');
  await stopPostmaster(folder);
  await start();

  expect(
    await afterFailures(
      () => ask(PUBLIC),
      (answer) => !answer?.errors,
    ),
  ).toMatchObject(asked);
  const partner: Viewer = { ...ADMIN, role: 'PARTNER', company: 'oec' };
  for (const viewer of [ADMIN, partner]) {
    for (let turn = 0; turn < 20; turn += 1) {
      const answer = await ask(viewer);
      expect(answer?.data).toEqual({ people: null });
      expect(answer?.errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAVAILABLE']);
    }
  }
  expect(await ask(PUBLIC)).toMatchObject(asked);
  expect(await readiness()).toBe(503);
});
