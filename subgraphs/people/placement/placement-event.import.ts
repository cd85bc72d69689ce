import { required } from '../../../kit/import/cell.js';
import { date, oneOf, referenceKey, text } from '../../../kit/import/cells.js';
import { defineImport, type MergeCounts, type StagedFile } from '../../../kit/import/definition.js';
import { past } from '../../../kit/import/past-cells.js';
import { NEXT_STATES, PlacementState, stageBits } from './placement.states.js';
import { HISTORY, KNOWN_STEPS, planHistory } from './placement-event.history.js';

const RECORDED_BY = 'import: placement-events';

/** The history of placements. The state of a placement follows from its history: a later step than it knows moves it on. */
export const placementEventsImport = defineImport({
  kind: 'placement-events',
  tables: ['people.placement', 'people.placement_event'],
  columns: {
    placement: { cell: required(referenceKey()), description: "The placement's reference." },
    state: {
      cell: required(oneOf(PlacementState)),
      description: 'The state that the placement reached with this step.',
    },
    occurred_on: { cell: past(date()), description: 'The day on which it happened.' },
    document: { cell: text(), description: 'The document that proves it.' },
  },
  key: ['placement', 'state', 'occurred_on'],
  held: {
    from: KNOWN_STEPS,
    on: 'g.line = s.line',
    // A step without a day leaves the known one its day.
    columns: { placement: 's.placement', occurred_on: 'case when s.occurred_on is not null then t.occurred_on end' },
  },
  references: [{ column: 'placement', table: 'people.placement', key: 'reference', what: 'a placement' }],
  prepare: planHistory,
  checks: [
    {
      column: 'state',
      sql: () => `
        select coalesce(line, previous_line, first_line) as line, history.state as value,
          coalesce('of ' || occurred_on || ' ', '') || coalesce('cannot follow ' || previous_state || ': ' || next.message, 'cannot be the first step') as message
        from ${HISTORY} history left join ${NEXT_STATES} on next.state = previous_state
        join (select placement_pk, min(line) as first_line from ${HISTORY} group by placement_pk) told using (placement_pk)
        where skipped is null`,
    },
  ],
  merge,
});

async function merge({ transaction, rows }: StagedFile): Promise<MergeCounts> {
  const updated = await transaction.query(`
    with changed as (
      update people.placement_event e
      set position = h.position, skipped = h.skipped, occurred_on = h.occurred_on, document = h.document, days = h.days,
        recorded_by = case when h.line is null then e.recorded_by else '${RECORDED_BY}' end
      from ${HISTORY} h
      where e.pk = h.event_pk and (e.position, e.skipped, e.occurred_on, e.document, e.days)
        is distinct from (h.position, h.skipped, h.occurred_on, h.document, h.days)
      returning h.line
    ) select count(line)::integer as count from changed`);
  const inserted = await transaction.query(`
    insert into people.placement_event (placement_pk, position, skipped, state, occurred_on, document, days, recorded_by)
    select placement_pk, position, skipped, state, occurred_on, document, days, '${RECORDED_BY}'
    from ${HISTORY} where event_pk is null`);
  await transaction.query(`
    update people.placement t set state = h.state, state_since = h.occurred_on, passed = h.passed
    from (
      select placement_pk, max(state) filter (where is_last) as state, max(occurred_on) filter (where is_last) as occurred_on,
        bit_or(${stageBits('skipped || state')}) as passed
      from ${HISTORY} group by placement_pk
    ) h
    where h.placement_pk = t.pk and (t.state, t.state_since, t.passed) is distinct from (h.state, h.occurred_on, h.passed)`);
  const counts = { inserted: inserted.rowCount ?? 0, updated: updated.rows[0]?.count ?? 0 };
  return { ...counts, unchanged: rows - counts.inserted - counts.updated };
}
