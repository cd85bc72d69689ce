import { roleOf } from '../postgres/application-role.js';
import { withClient } from '../postgres/database.js';
import { CHANGES_CHANNEL } from './changes.js';
import type { SubgraphDatabase } from './connect.js';
import { openOrm } from './connect.js';
import { functionsOf } from './functions.js';
import { lacking } from './lacking.js';
import { changing, givingUp, patience } from './transaction.js';
import { readVersion, versionOf, writeVersion } from './version.js';
import { wideKeys, widenKey } from './widen-key.js';

/** Whether a subgraph's PostgreSQL schema is what this hub needs. It waits for nobody, and changes nothing. */
export async function isMigrated(database: SubgraphDatabase, url: string, role: string): Promise<boolean> {
  return withClient(url, async (client) => {
    if ((await readVersion(client, database.schema)) !== versionOf(database, role)) return false;
    return (await lacking(client, database, role)).length === 0;
  });
}

/**
 * Brings one subgraph's PostgreSQL schema up to date, as its owner, and lets the application's role read it, within what the tables'
 * policies let it see, and add rows where a policy says which. The application's role owns nothing.
 *
 * Only what differs is changed, in one transaction: rights are there at every moment for the requests that run meanwhile.
 */
export async function migrate(database: SubgraphDatabase, ownerUrl: string, applicationUrl: string): Promise<void> {
  const { schema, functions = [] } = database;
  const role = roleOf(applicationUrl);
  const version = versionOf(database, role);
  const isOther = (await withClient(ownerUrl, (client) => readVersion(client, schema))) !== version;
  if (isOther) await givingUp(() => runMigrations(database, ownerUrl));
  await changing(ownerUrl, async (client) => {
    const statements = await lacking(client, database, role);
    if (!isOther && statements.length === 0) return;
    if (isOther) statements.push(...functionsOf(schema, functions, role));
    for (const statement of statements) await client.query(statement);
    await writeVersion(client, schema, version);
    // Kept rows were read under the old policies and computed by the old functions.
    await client.query('select pg_notify($1, $2)', [CHANGES_CHANNEL, schema]);
  });
}

async function runMigrations(database: SubgraphDatabase, ownerUrl: string): Promise<void> {
  // The migrator checks that the database exists, on another connection than that of its transaction.
  const orm = await openOrm(database, ownerUrl, 2);
  try {
    await orm.em.getConnection().execute(`create schema if not exists ${database.schema}`);
    await orm.em.transactional(async (em) => {
      const transaction = em.getTransactionContext();
      for (const setting of patience()) await em.getConnection().execute(setting, [], 'run', transaction);
      await orm.migrator.up({ transaction });
    });
  } finally {
    await orm.close(true);
  }
  for (const table of wideKeys(database)) await widenKey(ownerUrl, table);
}
