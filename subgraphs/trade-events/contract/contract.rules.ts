import { minorUnitsProblem } from '../../../kit/import/currencies.js';
import type { RowRule, SetCheck } from '../../../kit/import/definition.js';
import { notBefore } from '../../../kit/import/rules.js';
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
  notBefore('signed_on', 'lead_on'),
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

const wonStates = WON_STATES.map((state) => `'${state}'`).join(', ');

/** An amount that is likely to be no more than another one of its row. */
const notAbove = <Name extends Column>(column: Name, limit: Column, where = 'true'): SetCheck<Name> => ({
  column,
  sql: (staging) => `
    select s.line, s.${column} as value, 'is above ${limit} (' || s.${limit} || ')' as message
    from ${staging} s where s.${column} > s.${limit} and ${where}`,
});

/** The evidence shows a contract of one event, exhibitor and currency: a change of these is likely a mistake. */
const changedBesideEvidence = <Name extends string>(column: Name, held: string): SetCheck<Name> => ({
  column,
  sql: (staging) => `
    select s.line, s.${column} as value,
      'replaces ' || t.${held} || ', and the hub holds evidence for this contract (' || t.evidence || ')' as message
    from ${staging} s join trade_events.contract t on t.reference = s.reference
    where t.evidence is not null and t.${held} <> coalesce(s.${column}, '')`,
});

/** Checks for values that are unlikely but possible. */
export const contractWarnings = [
  notAbove('realised_value', 'evidenced_value'),
  notAbove('realised_value', 'reported_value', 's.evidenced_value is null'),
  notAbove('evidenced_value', 'reported_value'),
  {
    column: 'realised_value',
    sql: (staging: string) => `
      select s.line, s.realised_value as value, 'is paid in state ' || s.state || ', before the contract is signed' as message
      from ${staging} s where s.realised_value > 0 and s.state not in (${wonStates})`,
  },
  changedBesideEvidence('event', 'event_slug'),
  changedBesideEvidence('exhibitor', 'exhibitor_slug'),
  changedBesideEvidence('currency', 'currency'),
] as const;
