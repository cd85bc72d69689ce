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

/** Finds a row by its key, or null. */
export interface RowByKey<Key, Row> {
  load(key: Key): Row | null | Promise<Row | null>;
}

/** The row with a given key: at once where it is kept in memory, else in one statement for all keys of a batch. */
export function rowByKey<Row extends object>(
  reader: Reader,
  table: Table,
  property: keyof Row & string,
): RowByKey<Row[typeof property] & (string | number), Row> {
  const others = batched(async (keys: readonly (Row[typeof property] & (string | number))[]) => {
    const rows = await reader.keepEach<Row>(
      table,
      property,
      sql`select ${table.selection} from ${table.name} r where ${table.column(property)} = any(${keys.filter(isStorable)})`,
    );
    const byKey = new Map<unknown, Row>(rows.map((row) => [row[property], row]));
    return keys.map((key) => byKey.get(key) ?? null);
  });
  return { load: (key) => reader.keptRow<Row>(table, property, key) ?? others.load(key) };
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
