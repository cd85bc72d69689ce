import { RECORDED_BY_PLACEMENTS } from './placement.import.js';
import { PLACEMENT_PATHS, STAGE_RANK } from './placement.states.js';

const RANKS = Object.entries(STAGE_RANK)
  .map(([state, rank]) => `('${state}', ${rank})`)
  .join(', ');

/**
 * What the history of the staged placements will be: the steps that are known and those that the sheet brings, in order, as the
 * common table expression `history`, with the states that each step skipped (null where no legal path leads to it).
 *
 * A staged step is the known one of the same state and day; else it gives its day to one that came with the placements' own sheet
 * or has none; else it is new. Steps stand in the order of their days; those of one day in the order of the stages, and a step
 * without a day stands before the next one that has one.
 */
export function historySql(staging: string): string {
  return `
    given as (
      select s.line, t.pk as placement_pk, s.state, s.occurred_on, s.document
      from ${staging} s join people.placement t on t.reference = s.placement
    ),
    known as (
      select e.*, coalesce(e.occurred_on, min(e.occurred_on) over later, 'infinity') as sort_on
      from people.placement_event e where e.placement_pk in (select placement_pk from given)
      window later as (partition by e.placement_pk order by e.position rows between current row and unbounded following)
    ),
    same_day as (
      select given.line, min(known.pk) as event_pk
      from given join known using (placement_pk, state) where given.occurred_on is not distinct from known.occurred_on
      group by given.line
    ),
    open_given as (
      select given.*, row_number() over (partition by placement_pk, state order by occurred_on, line) as turn
      from given where not exists (select from same_day where same_day.line = given.line)
    ),
    open_known as (
      select known.*, row_number() over (partition by placement_pk, state order by position) as turn
      from known
      where (occurred_on is null or recorded_by = '${RECORDED_BY_PLACEMENTS}')
        and not exists (select from same_day where same_day.event_pk = known.pk)
    ),
    pairs as (
      select line, event_pk from same_day
      union all
      select g.line, k.pk from open_given g join open_known k using (placement_pk, state, turn)
    ),
    steps as (
      select known.pk as event_pk, known.placement_pk, known.state, coalesce(given.occurred_on, known.occurred_on) as occurred_on,
        coalesce(given.document, known.document) as document, coalesce(given.occurred_on, known.sort_on) as sort_on,
        known.position as known_position, given.line, given.line is not null as told
      from known left join pairs on pairs.event_pk = known.pk left join given on given.line = pairs.line
      union all
      select null, placement_pk, state, occurred_on, document, coalesce(occurred_on, 'infinity'), null, line, true
      from given where not exists (select from pairs where pairs.line = given.line)
    ),
    ordered as (
      select steps.*, row_number() over in_order as position, lag(steps.state) over in_order as previous_state,
        lead(steps.state) over in_order is null as is_last,
        coalesce(line, lag(line) over in_order, min(line) over (partition by placement_pk)) as reported_line
      from steps left join (values ${RANKS}) as stage (state, rank) on stage.state = steps.state
      window in_order as (partition by placement_pk order by sort_on, stage.rank nulls last, known_position nulls last, line)
    ),
    history as (
      select ordered.*, path.skipped from ordered
      left join ${PLACEMENT_PATHS} on path.to_state = ordered.state and path.from_state is not distinct from ordered.previous_state
    )`;
}
