import type pg from 'pg';
import { CHANGES_CHANNEL } from './changes.js';

/**
 * The statements that make every table of a schema report each write, at its commit. Tables to which requests add rows are left out, because no
 * rows of them are kept. The triggers also fire for imports, which skip other triggers. A table that has its trigger is not changed: creating it
 * again would wait for everybody who writes.
 */
export async function tellingTriggers(client: pg.Client, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables t
    where schemaname = $1 and tablename not in ('migration', 'seed')
    and not exists (select from pg_policies p where (p.schemaname, p.tablename) = (t.schemaname, t.tablename) and cmd = 'INSERT')
    and not exists (select from pg_trigger where tgname = 'tell_change' and tgenabled = 'A'
      and tgrelid = format('%I.%I', schemaname, tablename)::regclass)`,
    [schema],
  );
  const triggers = rows.flatMap(({ name }) => [
    `create or replace trigger tell_change after insert or update or delete or truncate on ${name}
    for each statement execute function ${schema}.tell_change()`,
    `alter table ${name} enable always trigger tell_change`,
  ]);
  return triggers.length > 0 ? [tellChange(schema), ...triggers] : [];
}

function tellChange(schema: string): string {
  return `create or replace function ${schema}.tell_change() returns trigger language plpgsql as $tell$
    begin
      perform pg_notify('${CHANGES_CHANNEL}', '${schema}');
      return null;
    end
    $tell$`;
}
