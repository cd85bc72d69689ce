import { same } from '../../../kit/import/assignments.js';
import { required } from '../../../kit/import/cell.js';
import { code, date, oneOf, referenceKey, slug, text, wholeNumber } from '../../../kit/import/cells.js';
import { defineImport, type StagedFile } from '../../../kit/import/definition.js';
import { past } from '../../../kit/import/past-cells.js';
import { prefecture } from '../../../kit/import/place-cells.js';
import { upsert } from '../../../kit/import/upsert.js';
import { placementRules, placementWarnings } from './placement.rules.js';
import { NEXT_STATES, PLACEMENT_PATHS, PlacementState, stageBits } from './placement.states.js';
import { StatusOfResidence } from './placement.type.js';

/** What the history says of a step that came with the placements' own sheet; a sheet of events knows better. */
export const RECORDED_BY_PLACEMENTS = 'import: placements';

/** The day of the step to the row's state, where one of its columns tells. */
const STATE_SINCE = `case s.state
  when 'REGISTERED' then s.registered_on
  when 'COE_APPLIED' then s.coe_applied_on
  when 'COE_ISSUED' then s.coe_issued_on
  when 'EMPLOYED' then s.started_on
  when 'RETURNED' then s.ended_on
  when 'CHANGED_EMPLOYER' then s.ended_on
  when 'WITHDRAWN' then s.ended_on
end`;

/** That a row of the sheet moves the placement `t`: it says another state than the last sheet did, and than the history. */
const IS_NEWS = 't.reference = s.reference and t.state <> s.state and t.sheet_state is distinct from s.state';

/** What a new placement has passed when it is first told of in a state. */
const FIRST_PATHS = `select to_state, ${stageBits('skipped || to_state')} as passed from ${PLACEMENT_PATHS} where from_state is null`;

export const placementsImport = defineImport({
  kind: 'placements',
  tables: ['people.placement', 'people.placement_event'],
  columns: {
    reference: { cell: required(referenceKey()), description: 'The key that the firm uses.' },
    person: { cell: required(referenceKey()), description: "The worker's reference." },
    sending_company: { cell: slug('oec'), description: 'Slug of the sending organisation.' },
    accepting_company: { cell: slug('oec'), description: 'Slug of the accepting employer.' },
    support_company: { cell: slug('oec'), description: 'Slug of the support organisation.' },
    sector: { cell: required(slug('nursing-care')), description: "The sector's code." },
    occupation: { cell: text(), description: 'Occupation: an ISCO-08 code, or a text.' },
    status_of_residence: { cell: oneOf(StatusOfResidence), description: 'Status of residence.' },
    state: { cell: required(oneOf(PlacementState)), description: 'How far the placement has come.' },
    prefecture: { cell: prefecture(), description: 'Prefecture of the workplace.' },
    salary_jpy_month: { cell: wholeNumber({ min: 0, max: 100_000_000 }), description: 'Salary in yen a month.' },
    registered_on: { cell: past(date()), description: 'Day of registration.' },
    coe_number: { cell: code(60), description: 'Number of the Certificate of Eligibility (COE).' },
    coe_applied_on: { cell: past(date()), description: 'Day of the application for the COE.' },
    coe_issued_on: { cell: past(date()), description: 'Day on which the COE was issued.' },
    coe_expires_on: { cell: date(), description: 'Last day on which the COE is valid.' },
    visa_expires_on: { cell: date(), description: 'Last day on which the visa is valid.' },
    started_on: { cell: past(date()), description: 'First day of work.' },
    residence_until: { cell: date(), description: 'Day until which the worker may stay.' },
    ssw1_months_before: {
      cell: wholeNumber({ min: 0, max: 60 }),
      description: 'Months of SSW(i) before this placement.',
    },
    ended_on: { cell: past(date()), description: 'Last day of work.' },
    end_reason: { cell: text(), description: 'The reason why it ended.' },
  },
  key: ['reference'],
  held: {
    from: 'people.placement t join people.person worker on worker.pk = t.person_pk',
    columns: {
      person: 'worker.reference',
      sector: 't.sector_code',
      // What the last sheet said is no news, even where the history has gone on since.
      state: 'case when s.state <> t.sheet_state then t.state else coalesce(t.sheet_state, t.state) end',
    },
  },
  rules: placementRules,
  soleOwners: [{ column: 'coe_number', owner: 'person', what: 'person' }],
  references: [
    { column: 'person', table: 'people.person', key: 'reference', what: 'a person' },
    { column: 'sending_company', typeName: 'Company', key: 'slug' },
    { column: 'accepting_company', typeName: 'Company', key: 'slug' },
    { column: 'support_company', typeName: 'Company', key: 'slug' },
    { column: 'sector', typeName: 'Sector', key: 'code' },
  ],
  checks: [
    {
      column: 'state',
      sql: (staging) => `
        select s.line, s.state as value, 'cannot follow ' || t.state || ', where the placement stands: ' || next.message as message
        from ${staging} s join people.placement t on ${IS_NEWS} join ${NEXT_STATES} on next.state = t.state
        where not exists (select from ${PLACEMENT_PATHS} where from_state = t.state and to_state = s.state)`,
    },
  ],
  warnings: placementWarnings,
  async merge(file) {
    await noteMoves(file);
    const counts = await upsert(file, {
      table: 'people.placement',
      join: `join people.person worker on worker.reference = s.person
        join (${FIRST_PATHS}) as path on path.to_state = s.state`,
      key: same('reference'),
      columns: {
        person_pk: 'worker.pk',
        sector_code: 's.sector',
        ...same('sending_company', 'accepting_company', 'support_company', 'occupation', 'status_of_residence'),
        sheet_state: 's.state',
        ...same('prefecture', 'salary_jpy_month', 'registered_on', 'coe_number', 'coe_applied_on', 'coe_issued_on'),
        ...same('coe_expires_on', 'visa_expires_on', 'started_on', 'residence_until', 'ssw1_months_before'),
        ...same('ended_on', 'end_reason'),
      },
      insertOnly: {
        state: 's.state',
        state_since: STATE_SINCE,
        passed: 'path.passed',
        synthetic: String(file.marks.synthetic),
      },
      onUpdate: {
        state_since: `case when t.state = s.state then coalesce(${STATE_SINCE}, t.state_since) else t.state_since end`,
      },
    });
    await recordHistory(file);
    return counts;
  },
});

/** Keeps which placements change their state, from where, to where and when, and what they skip on the way. */
async function noteMoves({ transaction, staging }: StagedFile): Promise<void> {
  await transaction.query(`
    create temporary table import_moved on commit drop as
    select t.pk as placement_pk, s.state as to_state, ${STATE_SINCE} as occurred_on, path.skipped
    from ${staging} s join people.placement t on ${IS_NEWS}
    join ${PLACEMENT_PATHS} on path.from_state = t.state and path.to_state = s.state`);
}

/** Records a step for every new placement and every move, and corrects the day of a step that an earlier sheet brought. */
async function recordHistory({ transaction, staging }: StagedFile): Promise<void> {
  const step = 'placement_pk, position, skipped, state, occurred_on, recorded_by';
  const isLast = `not exists (
    select from people.placement_event f where f.placement_pk = e.placement_pk and f.position > e.position)`;
  await transaction.query(`
    update people.placement_event e set occurred_on = t.state_since
    from ${staging} s join people.placement t on t.reference = s.reference
    where e.placement_pk = t.pk and e.state = t.state and e.recorded_by = '${RECORDED_BY_PLACEMENTS}'
      and e.occurred_on is distinct from t.state_since
      and not exists (select from import_moved m where m.placement_pk = t.pk) and ${isLast}`);
  await transaction.query(`
    update people.placement t
    set state = m.to_state, state_since = m.occurred_on, passed = t.passed | ${stageBits('m.skipped || m.to_state')}
    from import_moved m where t.pk = m.placement_pk`);
  await transaction.query(`
    update people.placement_event e set days = m.occurred_on - e.occurred_on
    from import_moved m where m.skipped = '{}' and e.placement_pk = m.placement_pk and ${isLast}`);
  await transaction.query(`
    insert into people.placement_event (${step})
    select m.placement_pk, (select max(e.position) + 1 from people.placement_event e where e.placement_pk = m.placement_pk),
      m.skipped, m.to_state, m.occurred_on, '${RECORDED_BY_PLACEMENTS}'
    from import_moved m`);
  await transaction.query(`
    insert into people.placement_event (${step})
    select t.pk, 1, path.skipped, t.state, t.state_since, '${RECORDED_BY_PLACEMENTS}'
    from ${staging} s join people.placement t on t.reference = s.reference
    join ${PLACEMENT_PATHS} on path.from_state is null and path.to_state = t.state
    where not exists (select from people.placement_event e where e.placement_pk = t.pk)`);
  await transaction.query('drop table import_moved');
}
