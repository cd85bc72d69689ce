import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import { isStorable } from '../database/loaders.js';
import type { Reader } from '../database/reader.js';
import { narrowed, setApart } from './narrowed-rows.js';
import { EVERYTHING, type Narrowing, type Projection, projectionOf, united } from './projection.js';

interface Asked {
  readonly key: string;
  readonly projection: Projection;
}

/** Finds rows by a key. One statement serves a whole batch and reads only the columns that the queries need. */
export class RowOfList<Row extends object> {
  private readonly rows = new DataLoader<Asked, Row | null, string>((asked) => this.read(asked), {
    cacheKeyFn: ({ key, projection }) => `${projection.key} ${key}`,
  });

  constructor(
    private readonly reader: Reader,
    private readonly list: Narrowing,
    private readonly property: keyof Row & string,
  ) {}

  /** @param info the field that returns the row; without it, the whole row is read */
  load(key: string, info?: GraphQLResolveInfo): Promise<Row | null> {
    return this.rows.load({ key, projection: info ? projectionOf(info, this.list) : EVERYTHING });
  }

  private async read(asked: readonly Asked[]): Promise<(Row | null)[]> {
    const { list } = this;
    const column = list.table.column(this.property);
    const projection = united(asked.map((each) => each.projection));
    const { selection, joins } = narrowed(list, projection);
    const keys = asked.map(({ key }) => key).filter(isStorable);
    const rows = await this.reader.rows<Row & { keyOfRow: string }>(sql`
      select ${selection}, ${column} as "keyOfRow" from ${list.table.name} r ${joins}
      where ${column} = any(${keys})`);
    setApart(rows, projection);
    const byKey = new Map(rows.map((row) => [row.keyOfRow, row]));
    return asked.map(({ key }) => byKey.get(key) ?? null);
  }
}
