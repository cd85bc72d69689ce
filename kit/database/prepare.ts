import type { EntityLookup } from '../import/reference.js';
import { withClient } from '../postgres/database.js';
import { databaseOf, type Subgraph } from '../subgraph.js';
import { migrate } from './migrate.js';
import { seed } from './seeding.js';

export interface Preparation {
  readonly subgraphs: readonly Subgraph[];
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  readonly lookup: EntityLookup;
  /** The subgraph that owns each type. */
  readonly owners: Readonly<Record<string, string>>;
}

/** Brings the subgraphs' tables and first rows up to date. Processes that start together wait for each other here. */
export async function prepareDatabase(preparation: Preparation): Promise<void> {
  const { subgraphs, ownerUrl, applicationUrl, lookup, owners } = preparation;
  await withClient(ownerUrl, async (client) => {
    await client.query(`select pg_advisory_lock(hashtextextended('corridor-hub prepare', 0))`);
    for (const subgraph of subgraphs) await migrate(databaseOf(subgraph), ownerUrl, applicationUrl);
    for (const subgraph of bySeedOrder(subgraphs, owners)) {
      const { seed: steps, imports } = subgraph;
      await seed({ database: databaseOf(subgraph), steps, imports, ownerUrl, lookup });
    }
  });
}

/** Each subgraph after the owners of what its sheets refer to. */
export function bySeedOrder<S extends Pick<Subgraph, 'name' | 'imports'>>(
  subgraphs: readonly S[],
  owners: Readonly<Record<string, string>>,
): S[] {
  const ordered = new Set<S>();
  const visit = (subgraph: S, path: readonly S[]): void => {
    if (ordered.has(subgraph) || path.includes(subgraph)) return;
    const needed = subgraph.imports.flatMap(({ references = [] }) =>
      references.flatMap((reference) => ('typeName' in reference ? owners[reference.typeName] : [])),
    );
    for (const other of subgraphs.filter(({ name }) => needed.includes(name))) visit(other, [...path, subgraph]);
    ordered.add(subgraph);
  };
  for (const subgraph of subgraphs) visit(subgraph, []);
  return [...ordered];
}
