import pg from 'pg';
import { withClient } from '../postgres/database.js';
import type { SubgraphDatabase } from './connect.js';
import { changing } from './transaction.js';

/** So many rows are copied in one transaction: few enough that nobody who writes them waits for long. */
const BATCH = 10_000;

/** The tables of a subgraph whose key `pk` is a bigint, in its entities. */
export function wideKeys({ schema, entities }: SubgraphDatabase): string[] {
  return entities
    .filter(
      ({ meta }) => (meta.properties as Record<string, { type?: { name?: string } }>).pk?.type?.name === 'BigIntType',
    )
    .map(({ meta }) => `${schema}.${meta.tableName}`);
}

/**
 * Makes the integer key `pk` of a table a bigint, while the hub goes on reading and writing. `alter column … type bigint` would write the whole
 * table again, and nobody could read it meanwhile.
 *
 * A second column takes the keys: of new rows by a trigger, of the others batch by batch. Its indexes are built concurrently. At the end
 * the columns change places, which PostgreSQL notes in its own tables only. After an interruption it goes on where it was.
 */
export async function widenKey(ownerUrl: string, table: string): Promise<void> {
  if (await changing(ownerUrl, (client) => isWideOrEmpty(client, table))) return;
  await changing(ownerUrl, async (client) => {
    await client.query(`alter table ${table} add column if not exists pk_wide bigint`);
    await client.query(`create or replace function ${table}_widen_key() returns trigger language plpgsql as
      'begin new.pk_wide := new.pk; return new; end'`);
    await client.query(`create or replace trigger widen_key before insert on ${table}
      for each row execute function ${table}_widen_key()`);
    // Imports pass other triggers over.
    await client.query(`alter table ${table} enable always trigger widen_key`);
  });
  await withClient(ownerUrl, async (client) => {
    await copyKeys(client, table);
    for (const index of await indexesOf(client, table)) {
      // One that was interrupted is there and of no use.
      await client.query(`drop index concurrently if exists ${index.widened}`);
      await client.query(index.statement);
    }
    await client.query(`alter table ${table} drop constraint if exists pk_wide_known,
      add constraint pk_wide_known check (pk_wide is not null) not valid`);
    await client.query(`alter table ${table} validate constraint pk_wide_known`);
  });
  await changing(ownerUrl, (client) => changePlaces(client, table));
}

async function isWide(client: pg.Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ type: string }>(
    `select format_type(atttypid, null) as type from pg_attribute where attrelid = $1::regclass and attname = 'pk'`,
    [table],
  );
  return rows[0]?.type === 'bigint';
}

/** A table without rows, as every new one is, is changed at once. */
async function isWideOrEmpty(client: pg.Client, table: string): Promise<boolean> {
  if (await isWide(client, table)) return true;
  const hasRows = async () => ((await client.query(`select from ${table} limit 1`)).rowCount ?? 0) > 0;
  if (await hasRows()) return false;
  await client.query(`lock table ${table} in access exclusive mode`);
  if (await hasRows()) return false;
  await client.query(`alter table ${table} alter column pk type bigint`);
  await client.query(`alter sequence ${await sequenceOf(client, table)} as bigint`);
  return true;
}

async function sequenceOf(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query<{ sequence: string }>(`select pg_get_serial_sequence($1, 'pk') as sequence`, [
    table,
  ]);
  return rows[0]?.sequence ?? '';
}

async function copyKeys(client: pg.Client, table: string): Promise<void> {
  let from = -(2 ** 31);
  for (;;) {
    const { rows } = await client.query<{ last: number | null }>(
      `with batch as (select pk from ${table} where pk > $1 order by pk limit ${BATCH}),
      copied as (update ${table} t set pk_wide = t.pk from batch b where t.pk = b.pk and t.pk_wide is null)
      select max(pk) as last from batch`,
      [from],
    );
    const last = rows[0]?.last ?? null;
    if (last === null) return;
    from = last;
  }
}

interface KeyIndex {
  readonly name: string;
  readonly widened: string;
  /** Builds the same index on the wide column. */
  readonly statement: string;
  readonly isPrimary: boolean;
}

async function indexesOf(client: pg.Client, table: string): Promise<KeyIndex[]> {
  const { rows } = await client.query<{ schema: string; name: string; definition: string; isPrimary: boolean }>(
    `select nspname as schema, relname as name, pg_get_indexdef(indexrelid) as definition, indisprimary as "isPrimary"
    from pg_index join pg_class c on c.oid = indexrelid join pg_namespace n on n.oid = relnamespace
    join pg_attribute a on a.attrelid = indrelid and attnum = any(indkey)
    where indrelid = $1::regclass and attname = 'pk'`,
    [table],
  );
  return rows.map(({ schema, name, definition, isPrimary }) => {
    const widened = pg.escapeIdentifier(`${name}_wide`);
    const columns = definition.slice(definition.indexOf(' ON ')).replace(/\bpk\b/, 'pk_wide');
    const statement = `create ${isPrimary ? 'unique ' : ''}index concurrently ${widened}${columns}`;
    return {
      name: pg.escapeIdentifier(name),
      widened: `${pg.escapeIdentifier(schema)}.${widened}`,
      statement,
      isPrimary,
    };
  });
}

async function changePlaces(client: pg.Client, table: string): Promise<void> {
  const indexes = await indexesOf(client, table);
  const sequence = await sequenceOf(client, table);
  await client.query(`lock table ${table} in access exclusive mode`);
  await client.query(`drop trigger widen_key on ${table}; drop function ${table}_widen_key`);
  await client.query(`alter sequence ${sequence} as bigint owned by ${table}.pk_wide`);
  // A column that a valid constraint knows to be filled is not read to make sure.
  await client.query(`alter table ${table} alter column pk_wide set not null`);
  await client.query(`alter table ${table} drop column pk, drop constraint pk_wide_known`);
  await client.query(`alter table ${table} rename column pk_wide to pk`);
  await client.query(`alter table ${table} alter column pk set default nextval(${pg.escapeLiteral(sequence)})`);
  await renameNotNull(client, table);
  for (const { name, widened, isPrimary } of indexes) {
    await client.query(`alter index ${widened} rename to ${name}`);
    if (isPrimary) await client.query(`alter table ${table} add constraint ${name} primary key using index ${name}`);
  }
}

/** From PostgreSQL 18 on a column that is not null has a constraint with a name of its own. */
async function renameNotNull(client: pg.Client, table: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select conname as name from pg_constraint where conrelid = $1::regclass and contype = 'n' and conname like '%pk_wide%'`,
    [table],
  );
  for (const { name } of rows) {
    const renamed = pg.escapeIdentifier(`${table.split('.').at(-1)}_pk_not_null`);
    await client.query(`alter table ${table} rename constraint ${pg.escapeIdentifier(name)} to ${renamed}`);
  }
}
