import DataLoader from 'dataloader';
import { type RawBuilder, sql } from 'kysely';
import type { Reader } from './reader.js';
import type { Table } from './table.js';

/** The row with a given key, or null: one statement for all keys of a batch. */
export function rowByKey<Row extends object>(
  reader: Reader,
  table: Table,
  property: keyof Row & string,
): DataLoader<Row[typeof property] & (string | number), Row | null> {
  return new DataLoader(async (keys) => {
    const byKey = await reader.rowsByKey<Row>(
      { table, property, keys: keys.filter(isStorable) },
      (missing) =>
        sql`select ${table.selection} from ${table.name} r where ${table.column(property)} = any(${missing})`,
    );
    return keys.map((key) => byKey.get(key) ?? null);
  });
}

/** PostgreSQL keeps no NUL character, so no row has such a key; asked for it, it would refuse the whole batch. */
export const isStorable = (key: string | number) => !String(key).includes('\0');

/** The few rows that hang on a parent and never grow to a list worth paging: one statement for all parents of a batch. */
export function rowsByParent<Row extends object>(
  reader: Reader,
  table: Table,
  property: keyof Row & string,
  orderBy: RawBuilder<unknown>,
): DataLoader<string | number, Row[]> {
  return new DataLoader(async (parents) => {
    const statement = sql`select ${table.selection} from ${table.name} r where ${table.column(property)} = any(${parents}) order by ${orderBy}`;
    const rows = await reader.rowsOf<Row>(table, statement);
    const byParent = Map.groupBy(rows, (row) => row[property] as unknown);
    return parents.map((parent) => byParent.get(parent) ?? []);
  });
}

/** One loader for each set of arguments: aliases of a field with other arguments must not share a batch. */
export function loaderByArguments<Arguments, Loader>(create: (args: Arguments) => Loader): (args: Arguments) => Loader {
  const loaders = new Map<string, Loader>();
  return (args) => {
    const key = JSON.stringify(args);
    const known = loaders.get(key);
    if (known) return known;
    const loader = create(args);
    loaders.set(key, loader);
    return loader;
  };
}
