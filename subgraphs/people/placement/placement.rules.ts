import type { RowRule, SetCheck } from '../../../kit/import/definition.js';
import { notBefore } from '../../../kit/import/rules.js';
import { EMPLOYED_STATES } from './placement.states.js';

type Column =
  | 'registered_on'
  | 'coe_applied_on'
  | 'coe_issued_on'
  | 'coe_expires_on'
  | 'visa_expires_on'
  | 'started_on'
  | 'residence_until'
  | 'ended_on';

/** The order in which things happen to a placement. */
export const placementRules: readonly RowRule<Column>[] = [
  notBefore('coe_applied_on', 'registered_on'),
  notBefore('coe_issued_on', 'coe_applied_on'),
  notBefore('coe_expires_on', 'coe_applied_on'),
  notBefore('coe_expires_on', 'coe_issued_on'),
  notBefore('visa_expires_on', 'coe_issued_on'),
  notBefore('started_on', 'registered_on'),
  notBefore('residence_until', 'started_on'),
  notBefore('ended_on', 'registered_on'),
  notBefore('ended_on', 'started_on'),
];

const employed = EMPLOYED_STATES.map((state) => `'${state}'`).join(', ');

/** Days that are unlikely for the resulting state of the placement. The history may know a later state than the spreadsheet. */
const unlikelyDay = (column: 'started_on' | 'ended_on', states: string): SetCheck<Column> => ({
  column,
  sql: (staging) => `
    select s.line, s.${column} as value, 'is given in state ' || will.state as message
    from ${staging} s left join people.placement t on t.reference = s.reference
    cross join lateral (select case when s.state = t.sheet_state then t.state else s.state end as state) will
    where s.${column} is not null and will.state ${states}`,
});

export const placementWarnings: readonly SetCheck<Column>[] = [
  unlikelyDay('started_on', `not in (${employed}, 'CHANGED_EMPLOYER', 'RETURNED')`),
  unlikelyDay('ended_on', `in (${employed})`),
];
