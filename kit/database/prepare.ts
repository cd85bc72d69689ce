import pg from 'pg';
import { OperatorError } from '../errors.js';
import type { EntityLookup } from '../import/reference.js';
import { roleOf } from '../postgres/application-role.js';
import { databaseOf, type Subgraph } from '../subgraph.js';
import { isMigrated, migrate } from './migrate.js';
import { isSeeded, seed } from './seeding.js';
import { alone } from './transaction.js';

export interface Preparation {
  readonly subgraphs: readonly Subgraph[];
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  readonly lookup: EntityLookup;
  /** The subgraph that owns each type. */
  readonly owners: Readonly<Record<string, string>>;
}

/**
 * Brings the subgraphs' tables and first rows up to date, where they are not. Processes that start together wait for each other; a
 * process that finds nothing to do waits for nobody.
 * @param mayMigrate whether this process does what there is to do, or refuses to start
 * @throws OperatorError
 */
export async function prepareDatabase(preparation: Preparation, mayMigrate: boolean): Promise<void> {
  const names = await unprepared(preparation);
  if (names.length === 0) return;
  if (!mayMigrate) {
    throw new OperatorError(
      `the database is not what this version of the hub needs (${names.join(', ')}), and HUB_MIGRATE=job keeps this process from changing it: run npm run migrate, or set HUB_MIGRATE=start`,
    );
  }
  await alone(preparation.ownerUrl, () => prepareAll(preparation));
}

/** The subgraphs that have something to do, by name. */
async function unprepared({ subgraphs, ownerUrl, applicationUrl }: Preparation): Promise<string[]> {
  const role = roleOf(applicationUrl);
  const names: string[] = [];
  for (const subgraph of subgraphs) {
    const database = databaseOf(subgraph);
    const isReady = (await isMigrated(database, ownerUrl, role)) && (await isSeeded(database, subgraph.seed, ownerUrl));
    if (!isReady) names.push(subgraph.name);
  }
  return names;
}

async function prepareAll({ subgraphs, ownerUrl, applicationUrl, lookup, owners }: Preparation): Promise<void> {
  for (const subgraph of subgraphs)
    await prepared(subgraph, () => migrate(databaseOf(subgraph), ownerUrl, applicationUrl));
  for (const subgraph of bySeedOrder(subgraphs, owners)) {
    const { seed: steps, imports } = subgraph;
    await prepared(subgraph, () => seed({ database: databaseOf(subgraph), steps, imports, ownerUrl, lookup }));
  }
}

/** What the database refuses here is the operator's to mend, most often a right that the owner's role lacks. */
async function prepared({ name }: Pick<Subgraph, 'name'>, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof OperatorError) throw error;
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
