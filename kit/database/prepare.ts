import pg from 'pg';
import { OperatorError } from '../errors.js';
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
    for (const subgraph of subgraphs)
      await prepared(subgraph, () => migrate(databaseOf(subgraph), ownerUrl, applicationUrl));
    for (const subgraph of bySeedOrder(subgraphs, owners)) {
      const { seed: steps, imports } = subgraph;
      await prepared(subgraph, () => seed({ database: databaseOf(subgraph), steps, imports, ownerUrl, lookup }));
    }
  });
}

/** What the database refuses here is the operator's to mend, most often a right that the owner's role lacks. */
async function prepared({ name }: Pick<Subgraph, 'name'>, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const refusal = [error, (error as Error).cause].find((each) => each instanceof pg.DatabaseError);
    if (!refusal) throw error;
    const message = `the database refuses to be made ready for the subgraph ${name}: ${(refusal as Error).message}`;
    throw new OperatorError(message, { cause: error });
  }
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
