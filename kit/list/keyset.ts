import { type RawBuilder, sql } from 'kysely';
import type { Table } from '../database/table.js';
import type { Position } from './cursor.js';
import type { Direction, Order, OrderTerm } from './order.js';

/** One column of a sort, as the keyset needs it. */
export interface SortColumn {
  readonly column: RawBuilder<unknown>;
  readonly type: string;
  readonly direction: Direction;
}

export function sortColumns(table: Table, order: Order, terms: readonly OrderTerm[]): SortColumn[] {
  return terms.map(({ field, direction }) => {
    const known = order.fields[field];
    if (!known) throw new Error(`no order field ${field}`);
    return { column: table.column(known.property), type: known.type, direction };
  });
}

const keyword = (direction: Direction) => sql.raw(direction === 'ASC' ? 'asc' : 'desc');
const nulls = (backward: boolean) => sql.raw(backward ? 'nulls first' : 'nulls last');
const turned = (direction: Direction, backward: boolean): Direction =>
  backward ? (direction === 'ASC' ? 'DESC' : 'ASC') : direction;

/** The direction in which the primary key breaks ties: that of the last column, so that one index serves both. */
const tieBreak = (columns: readonly SortColumn[]): Direction => columns.at(-1)?.direction ?? 'ASC';

/** `order by`: the columns, NULLs last, then the primary key. Backward is its exact mirror, read from the same index. */
export function orderBy(columns: readonly SortColumn[], backward: boolean): RawBuilder<unknown> {
  const terms = columns.map(
    ({ column, direction }) => sql`${column} ${keyword(turned(direction, backward))} ${nulls(backward)}`,
  );
  return sql.join([...terms, sql`r.pk ${keyword(turned(tieBreak(columns), backward))}`]);
}

/**
 * The rows beyond a position, as separate index ranges: equal in every column and beyond in the primary key; equal in all but
 * the last and beyond in that; and so on. A single condition with `or` says the same, but no index can serve it.
 */
export function segmentsBeyond(
  columns: readonly SortColumn[],
  position: Position,
  backward: boolean,
): RawBuilder<unknown>[] {
  const equal = columns.map((sort, index) => same(sort, position.values[index] ?? null));
  const segments = [sql`${sql.join([...equal, beyondKey(columns, position.pk, backward)], sql` and `)}`];
  for (let index = columns.length - 1; index >= 0; index -= 1) {
    const prefix = equal.slice(0, index);
    for (const beyond of beyondValue(columns[index] as SortColumn, position.values[index] ?? null, backward)) {
      segments.push(sql`${sql.join([...prefix, beyond], sql` and `)}`);
    }
  }
  return segments;
}

function same({ column, type }: SortColumn, value: string | null) {
  return value === null ? sql`${column} is null` : sql`${column} = ${value}::${sql.raw(type)}`;
}

function beyondKey(columns: readonly SortColumn[], pk: number, backward: boolean) {
  return compare(sql`r.pk`, turned(tieBreak(columns), backward), sql`${pk}::integer`);
}

/** NULLs stand last: forward they lie beyond every value, backward every value lies beyond them. */
function beyondValue({ column, type, direction }: SortColumn, value: string | null, backward: boolean) {
  if (value === null) return backward ? [sql`${column} is not null`] : [];
  const beyond = compare(column, turned(direction, backward), sql`${value}::${sql.raw(type)}`);
  return backward ? [beyond] : [beyond, sql`${column} is null`];
}

function compare(column: RawBuilder<unknown>, direction: Direction, value: RawBuilder<unknown>) {
  return direction === 'ASC' ? sql`${column} > ${value}` : sql`${column} < ${value}`;
}
