import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Reader } from '../../../kit/database/reader.js';
import type { BelongsTo } from '../../../kit/list/list.js';
import { groupKey, type StatsArgs } from '../../../kit/stats/stats.js';
import { STAGE_RANK } from '../placement/placement.states.js';
import { placementStats } from './placement-stats.input.js';
import type { StageStats } from './placement-stats.type.js';

const STAGES = sql.join(Object.entries(STAGE_RANK).map(([state, rank]) => sql`(${state}::text, ${rank}::integer)`));

interface GroupedStage extends StageStats {
  parentKey: string;
  groupKey: string;
}

/** One group under one parent, as the stats row names it. */
export interface StageGroup {
  readonly parentKey: string;
  readonly groupKey: string;
}

/**
 * Conversion and median days of every stage, for all groups of all parents in one statement. Days are counted only between two
 * dated steps with nothing skipped between them: what lies between other steps belongs to more than one stage.
 */
export function stagesByGroup(
  reader: Reader,
  args: StatsArgs,
  belongsTo: BelongsTo,
): DataLoader<StageGroup, StageStats[], string> {
  const name = ({ parentKey, groupKey: group }: StageGroup) => `${parentKey} ${group}`;
  const load = async (groups: readonly StageGroup[]) => {
    const parents = [...new Set(groups.map(({ parentKey }) => parentKey))];
    const rows = await reader.rows<GroupedStage>(stages(args, belongsTo, parents));
    const byGroup = Map.groupBy(rows, name);
    return groups.map((group) => byGroup.get(name(group)) ?? []);
  };
  return new DataLoader(load, { cacheKeyFn: name });
}

function stages(args: StatsArgs, belongsTo: BelongsTo, parents: string[]) {
  const { table, filter } = placementStats;
  return sql`
    with chosen as (
      select parent.key as parent_key, ${groupKey(placementStats, args)} as group_key, r.pk
      from unnest(${parents}::text[]) as parent(key)
      join ${table.name} r on ${belongsTo(sql`parent.key`)} and ${filter.condition(table, args.filter)}
    ),
    stage (state, rank) as (values ${STAGES}),
    step as (
      select chosen.*, event.state, event.skipped, event.occurred_on,
        lead(event.occurred_on) over following as left_on,
        coalesce(cardinality(lead(event.skipped) over following), 0) as skipped_after
      from chosen join people.placement_event event on event.placement_pk = chosen.pk
      window following as (partition by chosen.parent_key, chosen.pk order by event.position)
    ),
    passed as (
      select distinct parent_key, group_key, pk, stage.state, stage.rank,
        max(stage.rank) over (partition by parent_key, pk) as furthest
      from step cross join lateral unnest(step.skipped || step.state) as through(state) join stage on stage.state = through.state
    ),
    days as (
      select parent_key, group_key, state, percentile_cont(0.5) within group (order by left_on - occurred_on) as median
      from step where occurred_on is not null and left_on is not null and skipped_after = 0
      group by parent_key, group_key, state
    )
    select parent_key as "parentKey", group_key as "groupKey", state, min(median) as "medianDays",
      count(*)::integer as entered,
      (count(*) filter (where furthest > rank))::integer as advanced,
      (count(*) filter (where furthest > rank))::float / count(*) as conversion
    from passed left join days using (parent_key, group_key, state)
    group by parent_key, group_key, state, rank order by rank, state`;
}
