import pg from 'pg';
import type { SubgraphDatabase } from './connect.js';
import { STATS_ROLE, tablesOf } from './functions.js';
import { tellingTriggers } from './tell-changes.js';

/** The statements that a schema lacks to be what the hub needs beside its tables: rights, and triggers that tell of writes. */
export async function lacking(
  client: pg.Client,
  { schema, functions = [] }: SubgraphDatabase,
  role: string,
): Promise<string[]> {
  return [
    ...(await lackingRights(client, schema, role)),
    ...(await lackingReads(client, tablesOf(functions))),
    ...(await tellingTriggers(client, schema)),
  ];
}

/** What the role of the functions that aggregate cannot read, and must. */
async function lackingReads(client: pg.Client, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select name from unnest($1::text[]) as name where not has_table_privilege($2, name, 'select')`,
    [tables, STATS_ROLE],
  );
  return rows.map(({ name }) => `grant select on ${name} to ${STATS_ROLE}`);
}

interface Difference {
  readonly right: string;
  readonly object: string;
  readonly has: boolean;
}

/**
 * The role reads every table, and writes to those with a policy for everybody that says which rows. Rights that it has besides are taken away. A right
 * is on an object as PostgreSQL writes it: a table, a sequence or the schema.
 */
async function lackingRights(client: pg.Client, schema: string, role: string): Promise<string[]> {
  const { rows } = await client.query<Difference>(
    `with written as (
      select distinct tablename, cmd from pg_policies
      where schemaname = $1 and cmd in ('INSERT', 'UPDATE', 'DELETE') and roles = '{public}'),
    relation as (
      select relname, relacl, relkind = 'S' as is_sequence,
        format(case relkind when 'S' then 'sequence %I.%I' else 'table %I.%I' end, nspname, relname) as object
      from pg_class c join pg_namespace n on n.oid = relnamespace
      where nspname = $1 and relkind in ('r', 'p', 'v', 'm', 'f', 'S') and relname !~ '^(migration|seed)(_id_seq)?$'),
    wanted as (
      select 'SELECT' as privilege, object from relation where not is_sequence
      union all select cmd, object from relation join written on tablename = relname
      union all select 'USAGE', object from relation where is_sequence and exists (select from written where cmd = 'INSERT')
      union all select 'USAGE', format('schema %I', $1::text)),
    had as (
      select privilege_type as privilege, object from relation, aclexplode(relacl) where grantee = $2::regrole
      union all select privilege_type, format('schema %I', nspname) from pg_namespace, aclexplode(nspacl)
      where nspname = $1 and grantee = $2::regrole)
    select coalesce(w.privilege, h.privilege) as right, coalesce(w.object, h.object) as object, h.object is not null as has
    from wanted w full join had h on (w.privilege, w.object) = (h.privilege, h.object)
    where w.object is null or h.object is null
    order by has, object`,
    [schema, pg.escapeIdentifier(role)],
  );
  const grantee = pg.escapeIdentifier(role);
  return rows.map(({ right, object, has }) =>
    has ? `revoke ${right} on ${object} from ${grantee}` : `grant ${right} on ${object} to ${grantee}`,
  );
}
