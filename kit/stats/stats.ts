import DataLoader from 'dataloader';
import { type RawBuilder, sql } from 'kysely';
import { ArgsType, Field, Int } from 'type-graphql';
import type { Reader } from '../database/reader.js';
import type { Table } from '../database/table.js';
import { BadUserInputError, HubError } from '../errors.js';
import type { BelongsTo } from '../list/definition.js';
import { anyOf, type Filter, type FilterValue } from '../list/filter.js';
import type { Order, OrderTerm } from '../list/order.js';
import type { Dimensions } from './dimensions.js';

/** An answer with more groups is refused and not cut, because a total that lacks a part is wrong. */
export const MAXIMUM_GROUPS = 1_000;

/** Aggregates over one table: its filter, its dimensions, and the measures of each group. */
export interface StatsDefinition {
  readonly table: Table;
  readonly filter: Filter;
  readonly dimensions: Dimensions;
  /** Aggregate expressions over the rows `r`, by the property of the stats row. Only requested measures are computed. */
  readonly measures: Readonly<Record<string, RawBuilder<unknown>>>;
  /** The measures by which groups can be sorted. Each `property` is a measure. */
  readonly order: Order;
}

/** The arguments that every stats field takes. */
export interface StatsArgs {
  filter?: FilterValue | null;
  groupBy?: string[] | null;
  orderBy?: OrderTerm[] | null;
  first?: number | null;
}

/** The GraphQL arguments of a stats field, as an ArgsType that you can use or extend. */
export function statsArgs(filter: Filter, dimensions: Dimensions, order: Order): new () => StatsArgs {
  const nullable = { nullable: true };

  @ArgsType()
  class Args implements StatsArgs {
    @Field(() => filter.input, { ...nullable, description: 'Selects the rows to count. Without it, all rows count.' })
    filter?: FilterValue;
    @Field(() => [dimensions.values], {
      ...nullable,
      description: 'Returns one group for each combination of these values. Without it, you get one group of all rows.',
    })
    groupBy?: string[];
    @Field(() => [order.input], {
      ...nullable,
      description: 'Sorts the groups. By default the largest `count` comes first.',
    })
    orderBy?: OrderTerm[];
    @Field(() => Int, {
      ...nullable,
      description: `Returns only the first groups, from 1 to ${MAXIMUM_GROUPS}. Without it, you get all groups; if there are more than ${MAXIMUM_GROUPS}, the field fails with the error LIMIT_EXCEEDED.`,
    })
    first?: number;
  }
  return Args;
}

/** Names a group by its values, so that measures from other statements can be matched to it. */
export function groupKey(values: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql`jsonb_build_array(${sql.join([...values])})::text`;
}

/** The dimensions of a query, each with the property of the stats row that holds its value. */
export function groupedBy({ table, dimensions }: StatsDefinition, { groupBy }: StatsArgs) {
  return [...new Set(groupBy ?? [])].map((name) => {
    const known = dimensions.byName[name];
    if (!known) throw new BadUserInputError('groupBy', `cannot group by ${name}`);
    return { property: known.property, expression: known.expression(table) };
  });
}

/** @throws BadUserInputError if `first` is less than 1 or larger than an answer can be */
export function checkFirst({ first }: StatsArgs): void {
  if (first != null && (first < 1 || first > MAXIMUM_GROUPS)) {
    throw new BadUserInputError('first', `must be between 1 and ${MAXIMUM_GROUPS}`);
  }
}

/** @throws HubError LIMIT_EXCEEDED if there are more groups than an answer may have and the client gave no `first` */
export function completeGroups<Row>(rows: Row[]): Row[] {
  if (rows.length <= MAXIMUM_GROUPS) return rows;
  throw new HubError(
    'LIMIT_EXCEEDED',
    `groupBy: more than ${MAXIMUM_GROUPS} groups; filter, group coarser, or take the first few`,
    { argument: 'groupBy' },
  );
}

/** The SQL of one set of arguments. It is made once for any number of parents. */
class StatsQuery {
  private readonly dimensions: { property: string; expression: RawBuilder<unknown> }[];

  constructor(
    private readonly stats: StatsDefinition,
    private readonly args: StatsArgs,
    private readonly selected: ReadonlySet<string>,
  ) {
    checkFirst(args);
    this.dimensions = groupedBy(stats, args);
  }

  groups(belongs: RawBuilder<unknown>): RawBuilder<unknown> {
    const { table, filter } = this.stats;
    const columns = [
      ...this.dimensions.map(({ property, expression }) => sql`${expression} as ${sql.id(property)}`),
      ...this.measures().map(([property, expression]) => sql`${expression} as ${sql.id(property)}`),
      sql`${groupKey(this.dimensions.map(({ expression }) => expression))} as "groupKey"`,
    ];
    const groupBy = this.dimensions.length
      ? sql`group by ${sql.join(this.dimensions.map((_, index) => sql.raw(String(index + 1))))}`
      : sql``;
    return sql`
      select ${sql.join(columns)} from ${table.name} r
      where ${belongs} and ${filter.condition(table, this.args.filter)}
      ${groupBy} order by ${this.orderBy()} limit ${this.args.first ?? MAXIMUM_GROUPS + 1}`;
  }

  private measures(): [string, RawBuilder<unknown>][] {
    const sorted = new Set((this.args.orderBy ?? []).map(({ field }) => this.stats.order.fields[field]?.property));
    const asked = Object.entries(this.stats.measures).filter(([name]) => this.selected.has(name) || sorted.has(name));
    return asked.length ? asked : [['count', sql`count(*)::integer`]];
  }

  private orderBy() {
    const terms = (this.args.orderBy ?? []).map(({ field, direction }) => {
      const property = this.stats.order.fields[field]?.property ?? 'count';
      return sql`${sql.id(property)} ${sql.raw(direction === 'ASC' ? 'asc' : 'desc')} nulls last`;
    });
    if (terms.length === 0) terms.push(sql`count(*) desc`);
    return sql.join([...terms, ...this.dimensions.map((_, index) => sql.raw(String(index + 1)))]);
  }
}

/** The groups of each parent's rows, in one statement for all parents. */
export function statsByParent<Row>(
  reader: Reader,
  stats: StatsDefinition,
  args: StatsArgs,
  selected: ReadonlySet<string>,
  belongsTo: BelongsTo,
): DataLoader<string, Row[]> {
  const query = new StatsQuery(stats, args, selected);
  return new DataLoader(async (keys) => {
    const rows = await reader.keptRows<Row & { parentKey: string }>(sql`
      select parent.key as "parentKey", child.*
      from unnest(${keys}::text[]) as parent(key) cross join lateral (${query.groups(anyOf(belongsTo(sql`parent.key`)))}) child`);
    const byParent = Map.groupBy(rows, ({ parentKey }) => parentKey);
    return keys.map((key) => completeGroups(byParent.get(key) ?? []));
  });
}
