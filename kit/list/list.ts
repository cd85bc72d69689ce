import DataLoader from 'dataloader';
import { type RawBuilder, sql } from 'kysely';
import { loaderByArguments } from '../database/loaders.js';
import type { Reader } from '../database/reader.js';
import type { Table } from '../database/table.js';
import { BadUserInputError } from '../errors.js';
import type { Connection, Page, PageSource } from './connection.js';
import { decodeCursor, encodeCursor, type Position } from './cursor.js';
import { allOf, anyOf, type Filter } from './filter.js';
import { isBeyond, type SortColumn, segments, sortColumns } from './keyset.js';
import { type ListArgs, readWindow, type Window } from './list-args.js';
import type { Order, OrderTerm } from './order.js';
import type { FieldReads, Projection } from './projection.js';

/** A list of rows of one table: what it can be filtered and sorted by, and the GraphQL class of its pages. */
export interface ListDefinition<Row> {
  readonly table: Table;
  /** Which rows the list has, where the table has others too: those for which one of these holds. */
  readonly where?: readonly RawBuilder<unknown>[] | undefined;
  /** What computed fields of the row read; without it, a list that is asked for one reads every column. */
  readonly reads?: FieldReads;
  readonly filter: Filter;
  readonly order: Order;
  readonly defaultOrder: readonly OrderTerm[];
  readonly connection: new (source: PageSource<Row>) => Connection<Row>;
}

/**
 * Which rows belong to a parent, as conditions on the row `r` and the parent's key of which one must hold. An index serves each of
 * them, and none would serve them all.
 */
export type BelongsTo = (parentKey: RawBuilder<unknown>) => readonly RawBuilder<unknown>[];

/** What one argument set asks of a list, checked and translated once, whatever the number of parents. */
class ListQuery<Row> {
  readonly window: Window;
  private readonly terms: readonly OrderTerm[];
  private readonly signature: string;
  private readonly columns: SortColumn[];
  private readonly after: Position | null;
  private readonly before: Position | null;
  private readonly condition: RawBuilder<unknown>;

  constructor(
    private readonly list: ListDefinition<Row>,
    args: ListArgs,
  ) {
    this.window = readWindow(args);
    this.terms = args.orderBy?.length ? args.orderBy : list.defaultOrder;
    if (this.terms.length > 4) throw new BadUserInputError('orderBy', 'takes at most 4 terms');
    this.signature = this.terms.map(({ field, direction }) => `${field} ${direction}`).join(',');
    this.columns = sortColumns(list.table, list.order, this.terms);
    this.after = args.after == null ? null : decodeCursor(args.after, this.signature, 'after');
    this.before = args.before == null ? null : decodeCursor(args.before, this.signature, 'before');
    this.condition = list.filter.condition(list.table, args.filter);
  }

  /** One row more than the page, so that we know whether another follows. */
  rows(belongs: readonly RawBuilder<unknown>[], projection: Projection): RawBuilder<unknown> {
    const { backward, size } = this.window;
    const [from, until] = backward ? [this.before, this.after] : [this.after, this.before];
    const selection = sql`${this.list.table.select(projection)}, ${this.sortValues()} as "sortValues"`;
    // Written out, so that PostgreSQL plans for a page and not for a tenth of the table.
    const limit = sql.raw(String(size + 1));
    const within = until ? isBeyond(this.columns, until, !backward) : sql`true`;
    const parts = segments(this.columns, from, backward).map(({ condition, orderBy }) => {
      const page = (columns: RawBuilder<unknown>, way: RawBuilder<unknown>) => sql`(
      select ${columns} from ${this.list.table.name} r
      where ${way} and ${this.condition} and ${condition} and ${within}
      order by ${orderBy} limit ${limit})`;
      const [first, ...others] = apart(belongs);
      if (!first || others.length === 0) return page(selection, first ?? sql`true`);
      const pages = sql.join(
        [first, ...others].map((way) => page(sql`r.*`, way)),
        sql` union all `,
      );
      return sql`(select ${selection} from (${pages}) r order by ${orderBy} limit ${limit})`;
    });
    return parts.length === 1 ? sql`${parts[0]}` : sql`${sql.join(parts, sql` union all `)} limit ${limit}`;
  }

  count(belongs: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
    return sql`select count(*)::integer as count from ${this.list.table.name} r where ${anyOf(belongs)} and ${this.condition}`;
  }

  page(found: (Row & Sorted)[], args: ListArgs): Page<Row> {
    const { backward, size } = this.window;
    const more = found.length > size;
    const rows = found.slice(0, size);
    if (backward) rows.reverse();
    return {
      rows,
      cursorOf: (row) => {
        const { pk, sortValues } = row as Row & Sorted;
        return encodeCursor(this.signature, { pk, values: sortValues });
      },
      hasNextPage: backward ? args.before != null : more,
      hasPreviousPage: backward ? more : args.after != null,
    };
  }

  private sortValues() {
    return sql`array[${sql.join(this.columns.map(({ column }) => sql`${column}::text`))}]`;
  }
}

interface Sorted {
  pk: number;
  sortValues: (string | null)[];
}

/** The same ways to belong, with no row on two of them. */
function apart(ways: readonly RawBuilder<unknown>[]): RawBuilder<unknown>[] {
  return ways.map((way, index) => allOf([way, ...ways.slice(0, index).map((other) => sql`(${other}) is not true`)]));
}

/** A list that hangs on nothing: a root field. */
export function readList<Row>(reader: Reader, list: ListDefinition<Row>, args: ListArgs): Connection<Row> {
  const query = new ListQuery(list, args);
  const belongs = list.where ?? [sql`true`];
  let projection: Projection;
  return new list.connection({
    page: once(async () =>
      query.page(await reader.rowsOf<Row & Sorted>(list.table, query.rows(belongs, projection)), args),
    ),
    count: once(async () => (await reader.rowsOf<{ count: number }>(list.table, query.count(belongs)))[0]?.count ?? 0),
    narrow: (project) => {
      projection = project(list.reads ?? {});
    },
  });
}

/**
 * The same list under many parents: one statement for the pages and one for the counts, whatever their number.
 * `first` holds for each parent, in SQL.
 */
export class ListsByParent<Row> {
  private readonly pages: (projection: Projection) => DataLoader<string, Page<Row>>;
  private readonly counts: DataLoader<string, number>;

  constructor(
    reader: Reader,
    private readonly list: ListDefinition<Row>,
    args: ListArgs,
    belongsTo: BelongsTo,
  ) {
    const query = new ListQuery(list, args);
    const parents = (keys: readonly string[]) => sql`unnest(${keys}::text[]) with ordinality as parent(key, ordinal)`;
    const belongs = belongsTo(sql`parent.key`);
    this.pages = loaderByArguments(
      (projection: Projection) =>
        new DataLoader(async (keys) => {
          const statement = sql`
            select child.*, parent.ordinal::integer as "parentOrdinal"
            from ${parents(keys)} cross join lateral (${query.rows(belongs, projection)}) child`;
          const found = await reader.rowsOf<Row & Sorted & Ordinal>(list.table, statement);
          return groupByOrdinal(found, keys.length).map((rows) => query.page(rows, args));
        }),
    );
    this.counts = new DataLoader(async (keys) => {
      const statement = sql`
        select child.count from ${parents(keys)} cross join lateral (${query.count(belongs)}) child order by parent.ordinal`;
      const found = await reader.rowsOf<{ count: number }>(list.table, statement);
      return found.map(({ count }) => count);
    });
  }

  of(parentKey: string): Connection<Row> {
    let projection: Projection;
    return new this.list.connection({
      page: () => this.pages(projection).load(parentKey),
      count: () => this.counts.load(parentKey),
      narrow: (project) => {
        projection = project(this.list.reads ?? {});
      },
    });
  }
}

interface Ordinal {
  parentOrdinal: number;
}

function groupByOrdinal<Row extends Ordinal>(rows: Row[], parents: number): Row[][] {
  const groups: Row[][] = Array.from({ length: parents }, () => []);
  for (const row of rows) groups[row.parentOrdinal - 1]?.push(row);
  return groups;
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= read();
    return result;
  };
}
