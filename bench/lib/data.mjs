import { join, resolve } from 'node:path';
import { openCluster } from '../../dist/kit/postgres/cluster.js';
import { SERVER_SETTINGS } from '../../dist/kit/postgres/settings.js';
import { run } from './processes.mjs';
import { countSample, settle } from './rows.mjs';

/** The pools of all contestants together have more than a hub needs. They are read when the server starts, which we do. */
const CONNECTIONS = '300';

/** Opens the data folder of a checkout, with the sample of that checkout of so many placements; it is made once and kept. */
export async function openData(placements, progress, checkout = '.') {
  const dataDir = resolve(checkout, `.data-bench-${placements}`);
  Object.assign(SERVER_SETTINGS, { max_connections: CONNECTIONS });
  const cluster = await openCluster({ dataDir, progress });
  try {
    if ((await countSample(cluster.ownerUrl)) !== placements) {
      progress(`Making a sample of ${placements} placements in ${dataDir} …`);
      await run([join(checkout, 'dist/scripts/sample.js'), '--placements', String(placements)], {
        HUB_DATA_DIR: dataDir,
        HUB_SAMPLE: '0',
      });
    }
    await settle(cluster.ownerUrl);
  } catch (error) {
    await cluster.close();
    throw error;
  }
  return { ...cluster, dataDir };
}
