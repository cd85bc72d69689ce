import { type RawBuilder, sql } from 'kysely';
import { BadUserInputError } from '../errors.js';
import type { Page } from './connection.js';
import { decodeCursor, encodeCursor, type Position } from './cursor.js';
import type { ListDefinition } from './definition.js';
import { allOf, anyOf } from './filter.js';
import { isBeyond, type SortColumn, segments, sortColumns } from './keyset.js';
import { type ListArgs, readWindow, type Window } from './list-args.js';
import type { OrderTerm } from './order.js';
import type { Along, Projection } from './projection.js';

type Sql = RawBuilder<unknown>;

/** What a list's statement adds to its rows: where they stand, if that is asked for. */
interface Sorted {
  pk: number;
  sortValues: (string | null)[];
}

/** What one argument set asks of a list, checked and translated once, whatever the number of parents. */
export class ListQuery<Row> {
  readonly window: Window;
  private readonly terms: readonly OrderTerm[];
  private readonly signature: string;
  private readonly columns: SortColumn[];
  private readonly after: Position | null;
  private readonly before: Position | null;
  private readonly condition: Sql;

  constructor(
    private readonly list: ListDefinition<Row>,
    private readonly args: ListArgs,
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

  /** One row more than the page, so that we know whether another follows. `belongs`: of which conditions one must hold. */
  rows(belongs: readonly Sql[], projection: Projection): Sql {
    const { backward, size } = this.window;
    const [from, until] = backward ? [this.before, this.after] : [this.after, this.before];
    // Written out, so that PostgreSQL plans for a page and not for a tenth of the table.
    const limit = sql.raw(String(size + 1));
    const within = until ? isBeyond(this.columns, until, !backward) : sql`true`;
    const columns = this.selected(projection);
    const joins = this.joined(projection);
    const parts = segments(this.columns, from, backward).map(({ condition, orderBy }) => {
      const inOrder = sql`order by ${orderBy} limit ${limit}`;
      const pages = apart(belongs).map(
        (belonging) => (selection: Sql, join: Sql) =>
          sql`(
      select ${selection} from ${this.list.table.name} r ${join}
      where ${belonging} and ${this.condition} and ${condition} and ${within}
      ${inOrder})`,
      );
      const [only] = pages;
      if (only && pages.length === 1) return only(columns, joins);
      const merged = sql.join(
        pages.map((page) => page(sql`r.*`, sql``)),
        sql` union all `,
      );
      return sql`(select ${columns} from (${merged}) r ${joins} ${inOrder})`;
    });
    return parts.length === 1 ? sql`${parts[0]}` : sql`${sql.join(parts, sql` union all `)} limit ${limit}`;
  }

  count(belongs: readonly Sql[]): Sql {
    return sql`select count(*)::integer as count from ${this.list.table.name} r where ${anyOf(belongs)} and ${this.condition}`;
  }

  page(found: Row[], { along }: Projection): Page<Row> {
    const { backward, size } = this.window;
    const more = found.length > size;
    const rows = found.slice(0, size);
    if (backward) rows.reverse();
    for (const name of Object.keys(along)) setApart(rows as Record<string, unknown>[], name);
    return {
      rows,
      cursorOf: (row) => {
        const { pk, sortValues } = row as Row & Sorted;
        return encodeCursor(this.signature, { pk, values: sortValues });
      },
      hasNextPage: backward ? this.args.before != null : more,
      hasPreviousPage: backward ? more : this.args.after != null,
    };
  }

  private selected({ properties, cursors, along }: Projection): Sql {
    const columns = [this.list.table.select(properties)];
    const sortValues = sql.join(this.columns.map(({ column }) => sql`${column}::text`));
    if (cursors) columns.push(sql`array[${sortValues}] as "sortValues"`);
    for (const [name, its] of Object.entries(along)) columns.push(this.along(name).table.select(its, name));
    return sql.join(columns);
  }

  private joined({ along }: Projection): Sql {
    const joins = Object.keys(along).map((name) => {
      const { table, by } = this.along(name);
      return sql`left join ${table.name} ${sql.id(name)} on ${sql.id(name)}.pk = ${this.list.table.column(by)}`;
    });
    return sql.join(joins, sql` `);
  }

  private along(name: string): Along {
    return this.list.along?.[name] as Along;
  }
}

/** The same conditions, of which now one alone can hold. */
function apart(conditions: readonly Sql[]): Sql[] {
  return conditions.map((condition, index) =>
    allOf([condition, ...conditions.slice(0, index).map((other) => sql`(${other}) is not true`)]),
  );
}

/** Makes a row of its own of what was read along under a name; null where nothing was found. */
function setApart(rows: Record<string, unknown>[], name: string): void {
  const prefix = `${name}.`;
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column.startsWith(prefix));
  const properties = columns.map((column) => [column, column.slice(prefix.length)] as const);
  for (const row of rows) {
    const other: Record<string, unknown> = {};
    for (const [column, property] of properties) other[property] = row[column];
    row[name] = other.pk === null ? null : other;
  }
}
