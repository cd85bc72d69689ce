import type { SubgraphDatabase } from './connect.js';
import { openOrm } from './connect.js';

/**
 * Brings one subgraph's PostgreSQL schema up to date, as its owner, and lets the application's role read and write it.
 * The application's role owns nothing.
 */
export async function migrate(database: SubgraphDatabase, ownerUrl: string, applicationUrl: string): Promise<void> {
  const orm = await openOrm(database, ownerUrl, 1);
  try {
    await orm.em.getConnection().execute(`create schema if not exists ${database.schema}`);
    await orm.migrator.up();
    const application = decodeURIComponent(new URL(applicationUrl).username);
    const owner = decodeURIComponent(new URL(ownerUrl).username);
    if (application !== owner) await grant(database.schema, application, (sql) => orm.em.getConnection().execute(sql));
  } finally {
    await orm.close(true);
  }
}

async function grant(schema: string, role: string, execute: (sql: string) => Promise<unknown>) {
  const grantee = `"${role.replaceAll('"', '""')}"`;
  await execute(`grant usage on schema ${schema} to ${grantee}`);
  await execute(`grant select, insert, update, delete on all tables in schema ${schema} to ${grantee}`);
  await execute(`grant usage, select on all sequences in schema ${schema} to ${grantee}`);
}
