import { type RawBuilder, sql } from 'kysely';
import type { Table } from '../database/table.js';
import type { Position } from './cursor.js';
import type { Direction, Order, OrderTerm } from './order.js';

type Sql = RawBuilder<unknown>;

/** One column of a sort, as the keyset needs it. */
export interface SortColumn {
  readonly column: Sql;
  readonly type: string;
  readonly direction: Direction;
  readonly nullable: boolean;
}

/** A part of the sorted rows that is one index range: its condition, and its sort order. */
export interface Segment {
  readonly condition: Sql;
  readonly orderBy: Sql;
}

export function sortColumns(table: Table, order: Order, terms: readonly OrderTerm[]): SortColumn[] {
  return terms.map(({ field, direction }) => {
    const known = order.fields[field];
    if (!known) throw new Error(`no order field ${field}`);
    const { property, type } = known;
    return { column: table.column(property), nullable: table.isNullable(property), type, direction };
  });
}

/**
 * The rows beyond a position (or all), in order, as index ranges one after the other: equal in every column and beyond in the
 * primary key; equal in all but the last and beyond in that; and so on; rows without a value last. One condition with `or`
 * would say the same, but no index could serve it: a page at the end of a million rows would read them all. `inclusive`: with the row at
 * the position, if it is still there.
 */
export function segments(
  columns: readonly SortColumn[],
  from: Position | null,
  backward: boolean,
  { inclusive = false } = {},
): Segment[] {
  const sort = new Sort(columns, backward);
  if (!from) return sort.all(0, []);
  const equal = columns.map((column, index) => same(column, from.values[index] ?? null));
  const beyondKey = inclusive
    ? sql`(${sort.beyondKey(from.pk)} or r.pk = ${from.pk}::bigint)`
    : sort.beyondKey(from.pk);
  const found = [sort.segment(columns.length, [...equal, beyondKey], false)];
  for (let depth = columns.length - 1; depth >= 0; depth -= 1) {
    found.push(...sort.beyond(depth, from.values[depth] ?? null, equal.slice(0, depth)));
  }
  return found;
}

/** The condition that a row lies beyond a position: for the far end of a range, where no index is needed. */
export function isBeyond(columns: readonly SortColumn[], position: Position, backward: boolean): Sql {
  const conditions = segments(columns, position, backward).map(({ condition }) => condition);
  return sql`(${sql.join(conditions, sql` or `)})`;
}

class Sort {
  private readonly tieBreak: Direction;

  constructor(
    private readonly columns: readonly SortColumn[],
    private readonly backward: boolean,
  ) {
    // The key breaks ties in the direction of the last column, so that one index serves both.
    this.tieBreak = this.turned(columns.at(-1)?.direction ?? 'ASC');
  }

  /** Rows with any value in the column at `depth`, and those without: NULLs last, or first when read backward. */
  all(depth: number, prefix: Sql[]): Segment[] {
    const sort = this.columns[depth];
    if (!sort?.nullable) return [this.segment(depth, prefix, true)];
    const known = this.segment(depth, [...prefix, sql`${sort.column} is not null`], true);
    const unknown = this.segment(depth + 1, [...prefix, sql`${sort.column} is null`], false);
    return this.backward ? [unknown, known] : [known, unknown];
  }

  /** Rows whose value in the column at `depth` lies beyond this one. */
  beyond(depth: number, value: string | null, prefix: Sql[]): Segment[] {
    const { column, type, direction, nullable } = this.columns[depth] as SortColumn;
    if (value === null) {
      return this.backward ? [this.segment(depth, [...prefix, sql`${column} is not null`], true)] : [];
    }
    const further = compare(column, this.turned(direction), sql`${value}::${sql.raw(type)}`);
    const found = [this.segment(depth, [...prefix, further], true)];
    if (nullable && !this.backward) found.push(this.segment(depth + 1, [...prefix, sql`${column} is null`], false));
    return found;
  }

  beyondKey(pk: number): Sql {
    return compare(sql`r.pk`, this.tieBreak, sql`${pk}::bigint`);
  }

  /**
   * `depth` is the first column that varies in the segment; `known` says that it has a value in every row. Those before it are named as
   * well: of a column that `is null` PostgreSQL does not see that it is the same in every row, and would look for another index.
   */
  segment(depth: number, conditions: Sql[], known: boolean): Segment {
    const terms = this.columns.map(({ column, direction, nullable }, index) => {
      const last = nullable && index >= depth && !(known && index === depth);
      return sql`${column} ${keyword(this.turned(direction))} ${last ? nulls(this.backward) : sql``}`;
    });
    return {
      condition: conditions.length ? sql`(${sql.join(conditions, sql` and `)})` : sql`true`,
      orderBy: sql.join([...terms, sql`r.pk ${keyword(this.tieBreak)}`]),
    };
  }

  private turned(direction: Direction): Direction {
    return this.backward === (direction === 'DESC') ? 'ASC' : 'DESC';
  }
}

const keyword = (direction: Direction) => sql.raw(direction === 'ASC' ? 'asc' : 'desc');

/** Only where a NULL can be: without the clause a plain index serves both directions. */
const nulls = (first: boolean) => sql.raw(first ? 'nulls first' : 'nulls last');

function same({ column, type }: SortColumn, value: string | null): Sql {
  return value === null ? sql`${column} is null` : sql`${column} = ${value}::${sql.raw(type)}`;
}

function compare(column: Sql, direction: Direction, value: Sql): Sql {
  return direction === 'ASC' ? sql`${column} > ${value}` : sql`${column} < ${value}`;
}
