import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import { type Batched, batched, isStorable } from '../database/loaders.js';
import type { Reader } from '../database/reader.js';
import { remember } from '../execution/remember.js';
import { joined, selected, setApart } from './narrowed-rows.js';
import { EVERYTHING, type Narrowing, type Projection, projectionOf } from './projection.js';

/** Finds one row by a key of its own, and reads no more of it than its question needs: one statement for all keys of a batch. */
export class RowOfList<Row extends object> {
  private readonly rows = new Map<string, Batched<string, Row | null>>();

  constructor(
    private readonly reader: Reader,
    private readonly list: Narrowing,
    private readonly property: keyof Row & string,
  ) {}

  /** @param info the field that shows the row; without it, all of the row is read */
  load(key: string, info?: GraphQLResolveInfo): Promise<Row | null> {
    const projection = info ? projectionOf(info, this.list) : EVERYTHING;
    return remember(this.rows, projection.key, () => this.read(projection)).load(key);
  }

  private read(projection: Projection): Batched<string, Row | null> {
    const { list } = this;
    const key = list.table.column(this.property);
    return batched(async (keys) => {
      const rows = await this.reader.rows<Row & { keyOfRow: string }>(sql`
        select ${selected(list, projection)}, ${key} as "keyOfRow" from ${list.table.name} r ${joined(list, projection)}
        where ${key} = any(${keys.filter(isStorable)})`);
      setApart(rows, projection);
      const byKey = new Map(rows.map((row) => [row.keyOfRow, row]));
      return keys.map((each) => byKey.get(each) ?? null);
    });
  }
}
