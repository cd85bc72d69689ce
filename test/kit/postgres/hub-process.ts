import { once } from 'node:events';
import { OperatorError } from '../../../kit/errors.js';
import { type ClusterOptions, openCluster } from '../../../kit/postgres/cluster.js';

// A process that opens the cluster, tells its parent, and closes it when its standard input ends.
const options = JSON.parse(process.argv[2] ?? '{}') as ClusterOptions;
const tell = (message: object) => process.stdout.write(`${JSON.stringify(message)}\n`);

try {
  const cluster = await openCluster({ ...options, progress: (progress) => tell({ progress }) });
  tell({ applicationUrl: cluster.applicationUrl, ownerUrl: cluster.ownerUrl });
  process.stdin.resume();
  await once(process.stdin, 'end');
  await cluster.close();
  await cluster.close();
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  tell({ refusal: error.message });
}
