import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Hub, openHub } from '../../../gateway/hub.js';
import { readEnvironment } from '../../../kit/environment.js';
import { logger } from '../../../kit/logger.js';
import { withClient } from '../../../kit/postgres/database.js';
import { loadSample, removeSample } from '../../../scripts/sample/load-sample.js';
import * as subgraphs from '../../../subgraphs/index.js';
import { type FreshDatabase, freshDatabase } from '../../testkit/postgres.js';

let database: FreshDatabase;
let keys: string;
let hub: Hub;
beforeAll(async () => {
  database = await freshDatabase();
  keys = await mkdtemp(join(tmpdir(), 'corridor-hub-remove-'));
  const environment = readEnvironment({
    DATABASE_URL: database.applicationUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    HUB_DATA_DIR: keys,
  });
  hub = await openHub({ subgraphs: Object.values(subgraphs), environment, log: logger });
});
afterAll(async () => {
  await hub.close();
  await database.drop();
  await rm(keys, { recursive: true });
});

const sql = (text: string) => withClient(database.ownerUrl, async (client) => (await client.query(text)).rows);

/** How many rows every table that tells of it has of each kind. */
async function rows(synthetic: boolean): Promise<Record<string, number>> {
  const tables = await sql(
    "select table_schema || '.' || table_name as name from information_schema.columns where column_name = 'synthetic' order by 1",
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await sql(`select count(*)::int as count from ${name} where synthetic = ${synthetic}`);
    counts[name] = row.count;
  }
  return counts;
}

test('the sample goes, all of it, and the facts stay', async () => {
  const facts = await rows(false);
  const nothing = await rows(true);
  await loadSample(hub, { placements: 20, seed: 1 }, () => undefined);
  expect((await rows(true))['people.placement']).toBe(20);

  const told = await removeSample(hub);
  expect(told).toMatch(/^The sample is gone; rows removed: .*placement 20.*\.$/);
  expect(await rows(true)).toEqual(nothing);
  expect(Object.values(nothing).every((count) => count === 0)).toBe(true);
  expect(await rows(false)).toEqual(facts);
  expect(await removeSample(hub)).toBe('There was no sample to remove.');
});

test('it stays, all of it, where a row of an operator’s hangs on it', async () => {
  await loadSample(hub, { placements: 20, seed: 1 }, () => undefined);
  await sql(`update people.placement set synthetic = false
    where pk = (select min(pk) from people.placement)`);
  const before = await rows(true);
  await expect(removeSample(hub)).rejects.toThrow(/^the sample stays as it is: a row of yours refers to one of it \(/);
  expect(await rows(true)).toEqual(before);
});
