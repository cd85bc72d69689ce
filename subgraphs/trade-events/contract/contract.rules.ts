import { minorUnitsProblem } from '../../../kit/import/currencies.js';
import type { RowRule, SetCheck } from '../../../kit/import/definition.js';
import { contractStates, WON_STATES } from './contract.states.js';

type Column =
  | 'state'
  | 'reported_value'
  | 'evidenced_value'
  | 'realised_value'
  | 'currency'
  | 'lead_on'
  | 'signed_on'
  | 'evidence';

const won = new Set<string>(WON_STATES);

/** A signed contract has a date, a value (and so a currency) and a document, and keeps them in every state that follows. */
const ofSigned: RowRule<Column>[] = (['signed_on', 'reported_value', 'evidence'] as const).map((column) => ({
  columns: [column, 'state'],
  problem: (value, state) =>
    !value && won.has(state as string)
      ? `must not be empty in state ${state}, which a contract reaches by signature`
      : undefined,
}));

const AMOUNTS = ['reported_value', 'evidenced_value', 'realised_value'] as const;

/** An amount has no more decimals than its currency has minor units. */
const ofAmounts: RowRule<Column>[] = AMOUNTS.map((column) => ({
  columns: [column, 'currency'],
  problem: (amount = '', currency = '') => minorUnitsProblem(amount, currency),
}));

/** What must hold within a row of a sheet of contracts. */
export const contractRules: readonly RowRule<Column>[] = [
  ...ofSigned,
  ...ofAmounts,
  {
    columns: ['currency', ...AMOUNTS],
    problem: (currency, ...amounts) =>
      !currency && amounts.some(Boolean) ? 'must not be empty beside an amount' : undefined,
  },
  {
    columns: ['evidenced_value', 'evidence'],
    problem: (value, evidence) => (value && !evidence ? 'must be empty where no evidence stands behind it' : undefined),
  },
  {
    columns: ['signed_on', 'state'],
    problem: (day, state) =>
      day && (state === 'LEAD' || state === 'LOST') ? `must be empty in state ${state}: nothing was signed` : undefined,
  },
  {
    columns: ['signed_on', 'lead_on'],
    problem: (signed, lead) => (signed && lead && signed < lead ? `must not lie before lead_on ${lead}` : undefined),
  },
];

/** A contract moves along its transitions; a sheet may skip the states between. */
export const reachableStates: SetCheck<'state'> = {
  column: 'state',
  sql: (staging) => `
    select s.line, s.state as value, 'cannot follow ' || c.state || ', the state of this contract in the hub' as message
    from ${staging} s join trade_events.contract c on c.reference = s.reference
    where s.state <> c.state and not exists (
      select from ${contractStates.transitionsSql} where from_state = c.state and to_state = s.state)`,
};
