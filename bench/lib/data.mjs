import { resolve } from 'node:path';
import { openCluster } from '../../dist/kit/postgres/cluster.js';
import { run } from './processes.mjs';
import { countSample, settle } from './rows.mjs';

/** Opens a data folder with the hub's own sample of so many placements; it is made once and kept. */
export async function openData(placements, progress) {
  const dataDir = resolve(`.data-bench-${placements}`);
  const cluster = await openCluster({ dataDir, progress });
  try {
    if ((await countSample(cluster.ownerUrl)) !== placements) {
      progress(`Making a sample of ${placements} placements in ${dataDir} …`);
      await run(['dist/scripts/sample.js', '--placements', String(placements)], {
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
