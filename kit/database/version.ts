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

/** The version that a schema has, which stands in the comment on it; undefined where there is no such schema. */
export async function readVersion(client: pg.Client, schema: string): Promise<string | undefined> {
  const { rows } = await client.query<{ comment: string | null }>(
    `select obj_description(oid, 'pg_namespace') as comment from pg_namespace where nspname = $1`,
    [schema],
  );
  return rows[0]?.comment?.startsWith(MARK) ? rows[0].comment.slice(MARK.length) : undefined;
}

/** The statement that notes a schema's version. */
export function writeVersion(schema: string, version: string): string {
  return `comment on schema ${pg.escapeIdentifier(schema)} is ${pg.escapeLiteral(MARK + version)}`;
}
