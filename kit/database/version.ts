import { createHash } from 'node:crypto';
import pg from 'pg';
import type { SubgraphDatabase } from './connect.js';
import { functionsOf } from './functions.js';
import { wideKeys } from './widen-key.js';

/** How a version begins in the comment on a schema. */
const MARK = 'corridor-hub ';

/** Names what a schema must be for this hub: the migrations that it has had, the keys that are bigint, and what its functions are. */
export function versionOf(database: SubgraphDatabase, role: string): string {
  const { schema, migrations, functions = [] } = database;
  const parts = [role, migrations.map(({ name }) => name), wideKeys(database), functionsOf(schema, functions, role)];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/**
 * The version that a schema has, which stands in the comment on it; undefined where there is none, or where its functions are no longer those
 * of that version: what they disclose is always what the code says.
 */
export async function readVersion(client: pg.Client, schema: string): Promise<string | undefined> {
  const { rows } = await client.query<{ comment: string | null }>(
    `select obj_description(oid, 'pg_namespace') as comment from pg_namespace where nspname = $1`,
    [schema],
  );
  const [version, functions] = rows[0]?.comment?.startsWith(MARK) ? rows[0].comment.slice(MARK.length).split(' ') : [];
  return functions === (await functionsIn(client, schema)) ? version : undefined;
}

/** Notes a schema's version. */
export async function writeVersion(client: pg.Client, schema: string, version: string): Promise<void> {
  const comment = `${MARK}${version} ${await functionsIn(client, schema)}`;
  await client.query(`comment on schema ${pg.escapeIdentifier(schema)} is ${pg.escapeLiteral(comment)}`);
}

/** Tells apart what the functions of a schema do, whose they are, and who may call them. */
async function functionsIn(client: pg.Client, schema: string): Promise<string | undefined> {
  const { rows } = await client.query<{ functions: string }>(
    `select md5(coalesce(string_agg(concat(pg_get_functiondef(p.oid), proowner::regrole, proacl), '' order by proname, p.oid), '')) as functions
    from pg_proc p join pg_namespace n on n.oid = pronamespace where nspname = $1 and prokind = 'f'`,
    [schema],
  );
  return rows[0]?.functions;
}
