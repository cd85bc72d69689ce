import { seed } from '../../../kit/database/seeding.js';
import { databaseOf } from '../../../kit/subgraph.js';
import { sectors } from '../../../subgraphs/sectors/subgraph.js';
import { openTestSubgraph, type TestSubgraph } from '../../testkit/subgraph.js';

/** The subgraph with its own facts, and nothing else. */
export async function openSeededSectors(): Promise<TestSubgraph> {
  const subgraph = await openTestSubgraph(sectors);
  await seed({
    database: databaseOf(sectors),
    steps: sectors.seed,
    imports: sectors.imports,
    ownerUrl: subgraph.ownerUrl,
    lookup: () => Promise.reject(new Error('the facts of sectors refer to no row of another subgraph')),
  });
  return subgraph;
}
