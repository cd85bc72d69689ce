import { required } from '../../../kit/import/cell.js';
import { date, oneOf, referenceKey, text } from '../../../kit/import/cells.js';
import { defineImport, type MergeCounts, type StagedFile } from '../../../kit/import/definition.js';
import { PlacementState } from './placement.states.js';
import { historySql } from './placement-event.history.js';

const RECORDED_BY = 'import: placement-events';

/** The history of placements. The state of a placement follows from its history: a later step than it knows moves it on. */
export const placementEventsImport = defineImport({
  kind: 'placement-events',
  columns: {
    placement: { cell: required(referenceKey()), description: "The placement's reference." },
    state: { cell: required(oneOf(PlacementState)), description: 'The state that the step led to.' },
    occurred_on: { cell: date(), description: 'When it happened.' },
    document: { cell: text(), description: 'The document behind it.' },
  },
  key: ['placement', 'state', 'occurred_on'],
  references: [{ column: 'placement', table: 'people.placement', key: 'reference', what: 'a placement' }],
  checks: [
    {
      column: 'state',
      sql: (staging) => `
        with ${historySql(staging)}
        select reported_line as line, state as value,
          coalesce('no legal path leads there from ' || previous_state, 'a placement does not begin with it') as message
        from history where skipped is null and reported_line is not null`,
    },
  ],
  merge,
});

async function merge({ transaction, staging, rows }: StagedFile): Promise<MergeCounts> {
  await transaction.query(
    `create temporary table import_history on commit drop as with ${historySql(staging)} select * from history`,
  );
  await transaction.query('analyze import_history');
  const updated = await transaction.query(`
    with changed as (
      update people.placement_event e
      set position = h.position, skipped = h.skipped, occurred_on = h.occurred_on, document = h.document,
        recorded_by = case when h.told then '${RECORDED_BY}' else e.recorded_by end
      from import_history h
      where e.pk = h.event_pk and (e.position, e.skipped, e.occurred_on, e.document)
        is distinct from (h.position, h.skipped, h.occurred_on, h.document)
      returning h.told
    ) select count(*) filter (where told)::integer as count from changed`);
  const inserted = await transaction.query(`
    insert into people.placement_event (placement_pk, position, skipped, state, occurred_on, document, recorded_by)
    select placement_pk, position, skipped, state, occurred_on, document, '${RECORDED_BY}'
    from import_history where event_pk is null order by placement_pk, position`);
  await transaction.query(`
    update people.placement t set state = h.state, state_since = h.occurred_on
    from import_history h
    where h.is_last and h.placement_pk = t.pk and (t.state, t.state_since) is distinct from (h.state, h.occurred_on)`);
  await transaction.query('drop table import_history');
  const counts = { inserted: inserted.rowCount ?? 0, updated: updated.rows[0]?.count ?? 0 };
  return { ...counts, unchanged: rows - counts.inserted - counts.updated };
}
