import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Reader } from '../database/reader.js';
import { remember } from '../execution/remember.js';
import type { Connection, Page, Sides } from './connection.js';
import type { BelongsTo, ListDefinition } from './definition.js';
import type { ListArgs } from './list-args.js';
import { ListQuery } from './list-query.js';
import { EVERYTHING, type Projection } from './projection.js';

const NEITHER: Sides = { before: false, after: false };

/** Reads a list without a parent: a root field. */
export function readList<Row extends object>(
  reader: Reader,
  list: ListDefinition<Row>,
  args: ListArgs,
): Connection<Row> {
  const query = new ListQuery(list, args);
  const belongs = list.where?.anyOf ?? [sql`true`];
  let projection = EVERYTHING;
  const plannedAnew = query.isPlannedAnew(list.where !== undefined);
  const readPage = async () => {
    const rows = await reader.rowsOf<Row>(list.table, query.rows(belongs, projection), { plannedAnew });
    return query.page(rows, projection);
  };
  const readSides = async () => {
    if (!query.asksBeyondCursors(projection)) return NEITHER;
    const statement = query.beyondCursors(belongs, projection);
    return (await reader.rowsOf<Sides>(list.table, statement, { plannedAnew }))[0] ?? NEITHER;
  };
  return new list.connection({
    page: once(readPage),
    beyondCursors: once(readSides),
    count: once(async () => (await reader.rowsOf<{ count: number }>(list.table, query.count(belongs)))[0]?.count ?? 0),
    narrow: (project) => {
      projection = project(list);
    },
  });
}

/**
 * The same list under many parents. One statement reads the pages and one the counts, for any number of parents.
 * The SQL applies `first` to each parent.
 */
export class ListsByParent<Row extends object> {
  private readonly query: ListQuery<Row>;
  private readonly pages = new Map<string, DataLoader<string, Page<Row>>>();
  private readonly sides = new Map<string, DataLoader<string, Sides>>();
  private readonly counts: DataLoader<string, number>;

  constructor(
    private readonly reader: Reader,
    private readonly list: ListDefinition<Row>,
    args: ListArgs,
    private readonly belongsTo: BelongsTo,
  ) {
    this.query = new ListQuery(list, args);
    this.counts = new DataLoader(async (keys) => {
      const found = await reader.rowsOf<{ count: number }>(
        list.table,
        sql`select child.count from ${parents(keys)} cross join lateral (${this.query.count(belongsTo(PARENT))}) child
        order by parent.ordinal`,
      );
      return found.map(({ count }) => count);
    });
  }

  of(parentKey: string): Connection<Row> {
    let projection = EVERYTHING;
    return new this.list.connection({
      page: () => this.pagesOf(projection).load(parentKey),
      beyondCursors: async () =>
        this.query.asksBeyondCursors(projection) ? this.sidesOf(projection).load(parentKey) : NEITHER,
      count: () => this.counts.load(parentKey),
      narrow: (project) => {
        projection = project(this.list);
      },
    });
  }

  private pagesOf(projection: Projection): DataLoader<string, Page<Row>> {
    const read = async (keys: readonly string[]) => {
      const groups = keys.length > 1 ? this.readAll(keys, projection) : this.readOne(keys, projection);
      return (await groups).map((group) => this.query.page(group, projection));
    };
    return remember(this.pages, projection.key, () => new DataLoader(read));
  }

  private sidesOf(projection: Projection): DataLoader<string, Sides> {
    const read = async (keys: readonly string[]) =>
      this.reader.rowsOf<Sides>(
        this.list.table,
        sql`select child.* from ${parents(keys)}
        cross join lateral (${this.query.beyondCursors(this.belongsTo(PARENT), projection)}) child order by parent.ordinal`,
      );
    return remember(this.sides, projection.key, () => new DataLoader(read));
  }

  /** The rows of a single parent: PostgreSQL can plan for its key. */
  private async readOne([key]: readonly string[], projection: Projection): Promise<Row[][]> {
    const rows = this.query.rows(this.belongsTo(sql`${key}`), projection);
    return [await this.reader.rowsOf<Row>(this.list.table, rows, { plannedAnew: this.query.isPlannedAnew(true) })];
  }

  private async readAll(keys: readonly string[], projection: Projection): Promise<Row[][]> {
    const rows = this.query.rows(this.belongsTo(PARENT), projection);
    const found = await this.reader.rowsOf<Row & Ordinal>(
      this.list.table,
      sql`select child.*, parent.ordinal::integer as "parentOrdinal"
      from ${parents(keys)} cross join lateral (${rows}) child`,
    );
    return groupByOrdinal(found, keys.length);
  }
}

const PARENT = sql`parent.key`;

const parents = (keys: readonly string[]) => sql`unnest(${keys}::text[]) with ordinality as parent(key, ordinal)`;

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
