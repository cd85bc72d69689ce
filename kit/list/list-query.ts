import { type RawBuilder, sql } from 'kysely';
import { BadUserInputError } from '../errors.js';
import type { Page } from './connection.js';
import { decodeCursor, encodeCursor, type Position } from './cursor.js';
import type { ListDefinition } from './definition.js';
import { anyOf } from './filter.js';
import { isBeyond, type SortColumn, segments, sortColumns } from './keyset.js';
import { type ListArgs, readWindow, type Window } from './list-args.js';
import { narrowed, setApart } from './narrowed-rows.js';
import type { OrderTerm } from './order.js';
import type { Projection } from './projection.js';

type Sql = RawBuilder<unknown>;

/** The columns that a list's statement adds to its rows: their position, if it is requested. */
interface Sorted {
  pk: number;
  sortValues: (string | null)[];
}

/** The checked SQL of a list for one set of arguments. It is made once for any number of parents. */
export class ListQuery<Row extends object> {
  private readonly window: Window;
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

  /**
   * Whether the best plan depends on the values: read the restricted rows (best if they are few), or read in order until a page is full. In the
   * default order, indexes serve both at once. `isRestricted`: whether anything other than a filter restricts the rows.
   */
  isPlannedAnew(isRestricted: boolean): boolean {
    if (this.list.where?.plannedAnew) return true;
    return !this.isInDefaultOrder && (isRestricted || this.args.filter != null);
  }

  /** Reads one row more than the page, to know whether another follows. `belongs`: one of these conditions must match. */
  rows(belongs: readonly Sql[], projection: Projection): Sql {
    const { backward } = this.window;
    const [start, until] = backward ? [this.before, this.after] : [this.after, this.before];
    const within = until ? isBeyond(this.columns, until, !backward) : sql`true`;
    const ways = this.waysOf(belongs);
    const stretches = segments(this.columns, start, backward).map(({ condition, orderBy }) => {
      const inOrder = sql`order by ${orderBy} ${this.limit}`;
      const pages = ways.map(
        (way) => sql`where ${way} and ${this.condition} and ${condition} and ${within} ${inOrder}`,
      );
      return this.merged(pages, inOrder, projection);
    });
    return stretches.length === 1 ? sql`${stretches[0]}` : sql`${sql.join(stretches, sql` union all `)} ${this.limit}`;
  }

  count(belongs: readonly Sql[]): Sql {
    return sql`select count(*)::integer as count from ${this.list.table.name} r where ${anyOf(belongs)} and ${this.condition}`;
  }

  page(found: Row[], projection: Projection): Page<Row> {
    const { backward, size } = this.window;
    const more = found.length > size;
    const rows = found.slice(0, size);
    if (backward) rows.reverse();
    setApart(rows, projection);
    return {
      rows,
      cursorOf: (row) => {
        const { pk, sortValues } = row as Row & Sorted;
        return encodeCursor(this.signature, { pk, values: sortValues });
      },
      more: { before: backward && more, after: !backward && more },
    };
  }

  /** Whether a cursor bounds the page on a side that the query asks about. */
  asksBeyondCursors({ sides }: Projection): boolean {
    return (sides.before && this.after !== null) || (sides.after && this.before !== null);
  }

  /** One row of `Sides`: whether rows lie at the cursors or beyond them, each in the order in which an index finds the first. */
  beyondCursors(belongs: readonly Sql[], { sides }: Projection): Sql {
    const before = sides.before && this.after ? this.reaches(belongs, this.after, true) : sql`false`;
    const after = sides.after && this.before ? this.reaches(belongs, this.before, false) : sql`false`;
    return sql`select ${before} as before, ${after} as after`;
  }

  private reaches(belongs: readonly Sql[], from: Position, backward: boolean): Sql {
    const first = segments(this.columns, from, backward, { inclusive: true }).flatMap(({ condition, orderBy }) =>
      this.waysOf(belongs).map(
        (way) => sql`(select from ${this.list.table.name} r where ${way} and ${this.condition} and ${condition}
          order by ${orderBy} limit 1)`,
      ),
    );
    return sql`exists (${sql.join(first, sql` union all `)})`;
  }

  /** Only the default order has an index for each way to belong. */
  private waysOf(belongs: readonly Sql[]): readonly Sql[] {
    return this.isInDefaultOrder ? belongs : [anyOf(belongs)];
  }

  private get isInDefaultOrder(): boolean {
    const { defaultOrder } = this.list;
    return (
      this.terms.length === defaultOrder.length &&
      this.terms.every(({ field }, index) => field === defaultOrder[index]?.field)
    );
  }

  /** The first rows of several pages. They are among the first of each; a row that is in two of them is there twice. */
  private merged([page, ...others]: readonly Sql[], inOrder: Sql, projection: Projection): Sql {
    const { name } = this.list.table;
    const { selection, joins } = narrowed(this.list, projection);
    const columns = projection.cursors ? sql`${selection}, ${this.position()}` : selection;
    if (others.length === 0) return sql`(select ${columns} from ${name} r ${joins} ${page})`;
    const pages = [page, ...others].map((each) => sql`(select r.* from ${name} r ${each})`);
    const oneEach = sql.join([...this.columns.map(({ column }) => column), sql`r.pk`]);
    return sql`(select distinct on (${oneEach}) ${columns} from (${sql.join(pages, sql` union all `)}) r ${joins} ${inOrder})`;
  }

  /** A constant in the SQL: PostgreSQL then plans for a page, and not for a tenth of the table. */
  private get limit(): Sql {
    return sql.raw(`limit ${this.window.size + 1}`);
  }

  /** Where a row stands, for its cursor. */
  private position(): Sql {
    return sql`array[${sql.join(this.columns.map(({ column }) => sql`${column}::text`))}] as "sortValues"`;
  }
}
