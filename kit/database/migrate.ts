import { roleOf } from '../postgres/application-role.js';
import type { SubgraphDatabase } from './connect.js';
import { openOrm } from './connect.js';
import { createFunctions } from './functions.js';
import { tellChanges } from './tell-changes.js';

type Execute = (sql: string) => Promise<unknown>;

/**
 * Brings one subgraph's PostgreSQL schema up to date, as its owner, and lets the application's role read it, within what the tables'
 * policies let it see, and add rows where a policy says which. The application's role owns nothing.
 */
export async function migrate(database: SubgraphDatabase, ownerUrl: string, applicationUrl: string): Promise<void> {
  const orm = await openOrm(database, ownerUrl, 1);
  try {
    await orm.em.getConnection().execute(`create schema if not exists ${database.schema}`);
    await orm.migrator.up();
    const execute: Execute = (sql) => orm.em.getConnection().execute(sql);
    const application = roleOf(applicationUrl);
    await grant(database.schema, application, execute);
    await createFunctions(execute, database.schema, database.functions ?? [], application);
    await tellChanges(execute, database.schema);
  } finally {
    await orm.close(true);
  }
}

async function grant(schema: string, role: string, execute: Execute) {
  const grantee = `"${role.replaceAll('"', '""')}"`;
  await execute(`grant usage on schema ${schema} to ${grantee}`);
  await execute(`revoke all on all tables in schema ${schema} from ${grantee}`);
  await execute(`grant select on all tables in schema ${schema} to ${grantee}`);
  const growing = await execute(
    `select distinct tablename as name from pg_policies where schemaname = '${schema}' and cmd = 'INSERT'`,
  );
  for (const { name } of growing as { name: string }[]) {
    await execute(`grant insert on ${schema}.${name} to ${grantee}`);
    await execute(`grant usage on all sequences in schema ${schema} to ${grantee}`);
  }
}
