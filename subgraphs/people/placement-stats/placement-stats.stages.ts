import DataLoader from 'dataloader';
import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../../../kit/database/reader.js';
import type { BelongsTo } from '../../../kit/list/definition.js';
import { anyOf } from '../../../kit/list/filter.js';
import { groupedBy, groupKey, type StatsArgs } from '../../../kit/stats/stats.js';
import { type PlacementState, STAGES } from '../placement/placement.states.js';
import { placementStats } from './placement-stats.input.js';
import type { StageStats } from './placement-stats.type.js';

/** One group under one parent, as the stats row names it. */
export interface StageGroup {
  readonly parentKey: string;
  readonly groupKey: string;
}

interface Count extends StageGroup, Omit<StageStats, 'readMedianDays'> {}

interface Median extends StageGroup {
  state: PlacementState;
  medianDays: number;
}

/**
 * The stages of every group of every parent that asks the same: conversion in one statement, and the median days, where they are
 * asked for, in another.
 */
export function stagesByGroup(reader: Reader, args: StatsArgs, belongsTo: BelongsTo) {
  const load = <Row extends StageGroup>(statement: (parents: string[]) => RawBuilder<unknown>) =>
    new DataLoader<StageGroup, Row[], string>(
      async (groups) => {
        const parents = [...new Set(groups.map(({ parentKey }) => parentKey))];
        const byGroup = Map.groupBy(await reader.keptRows<Row>(statement(parents)), nameOf);
        return groups.map((group) => byGroup.get(nameOf(group)) ?? []);
      },
      { cacheKeyFn: nameOf },
    );
  const counts = load<Count>((parents) => conversion(args, belongsTo, parents));
  const medians = load<Median>((parents) => medianDays(args, belongsTo, parents));

  return async (group: StageGroup): Promise<StageStats[]> => {
    const stages = await counts.load(group);
    return stages.map((stage) => ({
      ...stage,
      readMedianDays: async () =>
        (await medians.load(group)).find(({ state }) => state === stage.state)?.medianDays ?? null,
    }));
  };
}

const nameOf = ({ parentKey, groupKey: group }: StageGroup) => `${parentKey} ${group}`;

/** The placements of all parents, each with its group: `values` name the group in what is made of them. */
function chosen(args: StatsArgs, belongsTo: BelongsTo, parents: string[]) {
  const { table, filter } = placementStats;
  const dimensions = groupedBy(placementStats, args);
  const values = dimensions.map(({ property }) => sql.id(`group ${property}`));
  const groups = dimensions.map(({ expression }, index) => sql`${expression} as ${values[index]}`);
  const rows = sql`(
    select ${sql.join([sql`parent.key as "parentKey"`, ...groups])}, r.pk, r.passed
    from unnest(${parents}::text[]) as parent(key)
    join ${table.name} r on ${anyOf(belongsTo(sql`parent.key`))} and ${filter.condition(table, args.filter)}
  ) chosen`;
  return { rows, values, group: sql.join([sql`"parentKey"`, ...values]) };
}

/** Every stage is a bit of `passed`; a later stage is a higher bit, but for the two that share a rank. */
function conversion(args: StatsArgs, belongsTo: BelongsTo, parents: string[]) {
  const { rows, values, group } = chosen(args, belongsTo, parents);
  const stages = STAGES.map(({ state, rank }, index) => {
    const later = STAGES.reduce((bits, other, bit) => (other.rank > rank ? bits | (1 << bit) : bits), 0);
    return sql`(${state}::text, ${1 << index}::integer, ${later}::integer)`;
  });
  return sql`
    with tally as (select ${group}, passed, count(*) as count from ${rows} group by ${group}, passed)
    select "parentKey", ${groupKey(values)} as "groupKey", state, sum(count)::integer as entered,
      coalesce(sum(count) filter (where passed & later > 0), 0)::integer as advanced,
      coalesce(sum(count) filter (where passed & later > 0), 0)::float / sum(count)::float as conversion
    from tally join (values ${sql.join(stages)}) as stage (state, bit, later) on passed & bit > 0
    group by ${group}, state, bit order by bit`;
}

/** The median from how often each number of days occurs: at a million placements that is far less to sort than their steps. */
function medianDays(args: StatsArgs, belongsTo: BelongsTo, parents: string[]) {
  const { rows, values, group } = chosen(args, belongsTo, parents);
  const states = STAGES.map(({ state }) => state);
  return sql`
    with tally as (
      select ${group}, event.state, event.days, count(*) as count
      from ${rows} join people.placement_event event on event.placement_pk = chosen.pk
      where event.days is not null and event.state = any(${states}) group by ${group}, event.state, event.days
    ),
    ranked as (
      select *, sum(count) over (partition by ${group}, state order by days) as through,
        sum(count) over (partition by ${group}, state) as total
      from tally
    )
    select "parentKey", ${groupKey(values)} as "groupKey", state,
      (min(days) filter (where through * 2 >= total) + min(days) filter (where through * 2 > total))::float / 2 as "medianDays"
    from ranked group by ${group}, state`;
}
