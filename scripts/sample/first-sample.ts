import type { Hub } from '../../gateway/hub.js';
import { withClient } from '../../kit/postgres/database.js';
import { loadSample } from './load-sample.js';

/** The mark stands among the steps of the first filling, and like them it is made once in the life of a database. */
const MARK = 'first-sample';
const FIRST_SAMPLE = { placements: 2_000, seed: 1 };

/** Gives a newcomer's hub something to look at: once, and not where an operator has begun to load sheets or said no. */
export async function loadFirstSample(hub: Hub, wanted: boolean, progress: (line: string) => void): Promise<void> {
  if (!hub.local.has('people') || (await isMarked(hub))) return;
  if (wanted) await loadSample(hub, FIRST_SAMPLE, progress);
  await declineFirstSample(hub);
}

/** From now on no start loads the first sample. */
export async function declineFirstSample({ cluster }: Hub): Promise<void> {
  if (!cluster) return;
  await withClient(cluster.ownerUrl, (client) =>
    client.query('insert into people.seed (name) values ($1) on conflict do nothing', [MARK]),
  );
}

async function isMarked({ cluster }: Hub): Promise<boolean> {
  if (!cluster) return true;
  const { rowCount } = await withClient(cluster.ownerUrl, (client) =>
    client.query('select from people.seed where name = $1', [MARK]),
  );
  return rowCount !== 0;
}
