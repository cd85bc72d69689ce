import DataLoader from 'dataloader';
import { type RawBuilder, sql } from 'kysely';
import { remember } from '../execution/remember.js';
import type { Reader } from './reader.js';
import type { Table } from './table.js';

/** Finds values by their keys, those of a batch at once. */
export interface Batched<Key, Value> {
  load(key: Key): Promise<Value>;
}

/** A DataLoader that is made on first use, because a request needs only a few of them. */
export function batched<Key, Value>(read: (keys: readonly Key[]) => Promise<Value[]>): Batched<Key, Value> {
  let loader: DataLoader<Key, Value> | undefined;
  return {
    load: (key) => {
      loader ??= new DataLoader(read);
      return loader.load(key);
    },
  };
}

/** Finds rows by their key. Null if there is none. */
export interface RowByKey<Key, Row> extends Batched<Key, Row | null> {
  /**
   * Returns a kept row at once. Only for `_entities`, which waits for all of its rows: if the rows of a field came one by one, the level below
   * them would no longer be read in one statement.
   */
  find(key: Key): Row | Promise<Row | null>;
}

/** The row with a given key: one statement for all keys of a batch that are not kept. */
export function rowByKey<Row extends object>(
  reader: Reader,
  table: Table,
  property: keyof Row & string,
): RowByKey<Row[typeof property] & (string | number), Row> {
  type Key = Row[typeof property] & (string | number);
  const rows = reader.rowsWithKey<Row>(table, property);
  const { load } = batched(async (keys: readonly Key[]) => {
    const kept = keys.map((key) => rows.find(key));
    const missing = keys.filter((key, index) => !kept[index] && isStorable(key));
    const read =
      missing.length === 0
        ? []
        : await rows.read(
            sql`select ${table.selection} from ${table.name} r where ${table.column(property)} = any(${missing})`,
          );
    const byKey = new Map<unknown, Row>(read.map((row) => [row[property], row]));
    return keys.map((key, index) => kept[index] ?? byKey.get(key) ?? null);
  });
  return { load, find: (key) => rows.find(key) ?? load(key) };
}

/** PostgreSQL cannot store a NUL character, so no row has such a key. With such a key it would refuse the whole batch. */
export const isStorable = (key: string | number) => !String(key).includes('\0');

/** The rows of a parent that are always few and need no pages. One statement reads them for all parents of a batch. */
export function rowsByParent<Row extends object>(
  reader: Reader,
  table: Table,
  property: keyof Row & string,
  orderBy: RawBuilder<unknown>,
): Batched<string | number, Row[]> {
  return batched(async (parents) => {
    const statement = sql`select ${table.selection} from ${table.name} r where ${table.column(property)} = any(${parents}) order by ${orderBy}`;
    const rows = await reader.rowsOf<Row>(table, statement);
    const byParent = Map.groupBy(rows, (row) => row[property] as unknown);
    return parents.map((parent) => byParent.get(parent) ?? []);
  });
}

/** One loader for each set of arguments: aliases of a field with other arguments must not share a batch. */
export function loaderByArguments<Arguments, Loader>(create: (args: Arguments) => Loader): (args: Arguments) => Loader {
  const loaders = new Map<string, Loader>();
  return (args) => remember(loaders, JSON.stringify(args), () => create(args));
}
