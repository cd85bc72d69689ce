import DataLoader from 'dataloader';
import { type RawBuilder, sql } from 'kysely';
import { remember } from '../execution/remember.js';
import type { Reader } from './reader.js';
import type { Table } from './table.js';

/** Finds values by their keys, those of a batch at once. */
export interface Batched<Key, Value> {
  load(key: Key): Promise<Value>;
}

/** A DataLoader that is made when it is first asked: a request needs few of a subgraph's. */
export function batched<Key, Value>(read: (keys: readonly Key[]) => Promise<Value[]>): Batched<Key, Value> {
  let loader: DataLoader<Key, Value> | undefined;
  return {
    load: (key) => {
      loader ??= new DataLoader(read);
      return loader.load(key);
    },
  };
}

/** Finds rows by their key; null where there is none. */
export interface RowByKey<Key, Row> extends Batched<Key, Row | null> {
  /**
   * At once, where the row is kept in memory. For `_entities`, which waits for all of its rows: where a field's rows come one by one, what
   * lies below them is no longer read for all at once.
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

/** PostgreSQL keeps no NUL character, so no row has such a key; asked for it, it would refuse the whole batch. */
export const isStorable = (key: string | number) => !String(key).includes('\0');

/** The few rows that hang on a parent and never grow to a list worth paging: one statement for all parents of a batch. */
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
