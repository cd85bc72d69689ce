import { CHANGES_CHANNEL } from './changes.js';

/**
 * Has every table of a schema tell of each write, at its commit; but for those that requests add to, which nobody keeps rows of. The
 * triggers are made anew at every migration, and fire for imports as well, which pass others over.
 */
export async function tellChanges(execute: (sql: string) => Promise<unknown>, schema: string): Promise<void> {
  await execute(`
    create or replace function ${schema}.tell_change() returns trigger language plpgsql as $tell$
    begin
      perform pg_notify('${CHANGES_CHANNEL}', '${schema}');
      return null;
    end
    $tell$`);
  const tables = (await execute(`
    select tablename as name from pg_tables t where schemaname = '${schema}' and tablename not in ('migration', 'seed')
    and not exists (select from pg_policies p where (p.schemaname, p.tablename) = (t.schemaname, t.tablename) and cmd = 'INSERT')`)) as {
    name: string;
  }[];
  for (const { name } of tables) {
    await execute(`
      create or replace trigger tell_change after insert or update or delete or truncate on ${schema}.${name}
      for each statement execute function ${schema}.tell_change()`);
    await execute(`alter table ${schema}.${name} enable always trigger tell_change`);
  }
  // What was kept was seen under the policies, and computed by the functions, from before this migration.
  await execute(`select pg_notify('${CHANGES_CHANNEL}', '${schema}')`);
}
