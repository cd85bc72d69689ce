import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openCluster } from '../../kit/postgres/cluster.js';
import { openTestServer } from './external-server.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connections to the server of this run; each suite makes its own database there. */
    server: { applicationUrl: string; ownerUrl: string };
  }
}

/** Opens one PostgreSQL for the whole run: ours, or the one that TEST_DATABASE_URL names. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { TEST_DATABASE_URL: url, TEST_DATABASE_OWNER_URL: ownerUrl } = process.env;
  if (url) {
    project.provide('server', await openTestServer(url, ownerUrl));
    return async () => undefined;
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'corridor-hub-test-'));
  // The server runs as another user where the tests run as root.
  await chmod(dataDir, 0o755);
  const { applicationUrl, ownerUrl: embeddedOwnerUrl, close } = await openCluster({ dataDir });
  project.provide('server', { applicationUrl, ownerUrl: embeddedOwnerUrl });
  return async () => {
    await close();
    await rm(dataDir, { recursive: true, force: true });
  };
}
