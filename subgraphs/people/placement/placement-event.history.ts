import type { StagedFile } from '../../../kit/import/definition.js';
import { RECORDED_BY_PLACEMENTS } from './placement.import.js';
import { PLACEMENT_PATHS, STAGES } from './placement.states.js';

/** The table that {@link planHistory} makes; it lasts as long as the transaction. */
export const HISTORY = 'pg_temp.import_history';

/** The steps `t` that the hub knows and the sheet repeats, each with its line `g`, once the history is planned. */
export const KNOWN_STEPS = 'pg_temp.import_pair g join pg_temp.import_known t on t.pk = g.event_pk';

const RANKS = STAGES.map(({ state, rank }) => `('${state}', ${rank})`).join(', ');

/** The steps that the sheet brings. */
const given = (staging: string) => `
  select s.line, t.pk as placement_pk, s.state, s.occurred_on, s.document
  from ${staging} s join people.placement t on t.reference = s.placement where not s.flawed`;

/** The steps that are known; one without a day stands where the next one that has a day stands. */
const KNOWN = `
  select e.*, coalesce(e.occurred_on, min(e.occurred_on) over later, 'infinity') as sort_on
  from people.placement_event e where e.placement_pk in (select placement_pk from import_given)
  window later as (partition by e.placement_pk order by e.position rows between current row and unbounded following)`;

/**
 * Which step of the sheet is which known one: that of the same state and day; else one of the same state that has no day, or one
 * that only the placements' own sheet told, in turn. The others are new.
 */
const PAIRS = `
  with same_day as (
    select g.line, min(k.pk) as event_pk from import_given g join import_known k using (placement_pk, state)
    where g.occurred_on is not distinct from k.occurred_on group by g.line
  ),
  open_known as (
    select k.*, row_number() over (partition by placement_pk, state order by position) as turn from import_known k
    where (occurred_on is null or recorded_by = '${RECORDED_BY_PLACEMENTS}')
      and not exists (select from same_day where same_day.event_pk = k.pk)
  ),
  open_given as (
    select g.*, row_number() over (partition by placement_pk, state order by occurred_on, line) as turn from import_given g
    where (placement_pk, state) in (select placement_pk, state from open_known)
      and not exists (select from same_day where same_day.line = g.line)
  )
  select line, event_pk from same_day
  union all
  select g.line, k.pk from open_given g join open_known k using (placement_pk, state, turn)`;

/**
 * The whole history that will be: the steps in the order of their days, those of one day in the order of the stages, each with the
 * states that were skipped before it; null where no legal path leads to it.
 */
const planned = (hasDocuments: boolean) => `
  with step as (
    select k.pk as event_pk, k.placement_pk, k.state, coalesce(g.occurred_on, k.occurred_on) as occurred_on,
      case when ${hasDocuments} and g.line is not null then g.document else k.document end as document, coalesce(g.occurred_on, k.sort_on) as sort_on,
      k.position as known_position, g.line
    from import_known k left join import_pair p on p.event_pk = k.pk left join import_given g on g.line = p.line
    union all
    select null, g.placement_pk, g.state, g.occurred_on, g.document, coalesce(g.occurred_on, 'infinity'), null, g.line
    from import_given g where not exists (select from import_pair p where p.line = g.line)
  ),
  ordered as (
    select step.*, row_number() over in_order as position, lag(step.state) over in_order as previous_state,
      lead(step.state) over in_order is null as is_last, lag(line) over in_order as previous_line,
      lead(step.occurred_on) over in_order - step.occurred_on as days_to_next
    from step left join (values ${RANKS}) as stage (state, rank) on stage.state = step.state
    window in_order as (partition by placement_pk order by sort_on, stage.rank nulls last, known_position nulls last, line)
  )
  select ordered.*, path.skipped,
    case when coalesce(cardinality(lead(path.skipped) over in_order), 1) = 0 then days_to_next end as days
  from ordered
  left join (select coalesce(from_state, '') as from_state, to_state, skipped from ${PLACEMENT_PATHS}) path
    on path.to_state = ordered.state and path.from_state = coalesce(ordered.previous_state, '')
  window in_order as (partition by placement_pk order by position)`;

/** Lays out, as the table {@link HISTORY}, what the history of the staged placements will be. */
export async function planHistory({
  transaction,
  staging,
  absent,
}: Pick<StagedFile, 'transaction' | 'staging' | 'absent'>): Promise<void> {
  const steps = {
    import_given: given(staging),
    import_known: KNOWN,
    import_pair: PAIRS,
    import_history: planned(!absent.includes('document')),
  };
  for (const [table, select] of Object.entries(steps)) {
    await transaction.query(`create temporary table ${table} on commit drop as ${select}`);
    await transaction.query(`analyze ${table}`);
  }
}
