import { defineEnum, type EnumValue } from '../../../kit/schema/enum.js';
import { defineStateMachine } from '../../../kit/state-machine.js';

export const PlacementState = defineEnum(
  'PlacementState',
  'How far a placement has come, from the registration of the candidate to the return of the worker.',
  {
    REGISTERED: 'A sending organisation has registered the candidate.',
    IN_TRAINING: 'The candidate is learning Japanese or the trade.',
    TESTS_PASSED: 'The candidate has passed the tests of the field and can be matched with an employer.',
    MATCHED: 'An employer in Japan has been found.',
    OFFERED: 'The employer has made an offer.',
    COE_APPLIED:
      'The application for a Certificate of Eligibility (COE) has been made. Japanese immigration issues it; a worker abroad needs it to apply for a visa.',
    COE_ISSUED: 'The Certificate of Eligibility (COE) has been issued. It is valid for about three months.',
    COE_REFUSED: 'The Certificate of Eligibility (COE) was refused.',
    VISA_APPLIED: 'The application for the visa has been made.',
    VISA_ISSUED: 'The visa has been issued.',
    VISA_REFUSED: 'The visa was refused.',
    PROTECTOR_CLEARED: 'The Bureau of Emigration of Pakistan has cleared the departure (protector clearance).',
    DEPARTED: 'The worker has left for Japan.',
    STATUS_CHANGE_APPLIED: 'The worker already lives in Japan and has applied for a change of the status of residence.',
    EMPLOYED: 'The worker works for the accepting employer.',
    EXTENDED: 'The worker still works there, and the period of stay has been extended.',
    CHANGE_PENDING: 'The worker is about to change the employer.',
    CHANGED_EMPLOYER: 'Final. The worker has changed to another employer. Another placement follows this one.',
    RETURNED: 'Final. The worker has left Japan.',
    WITHDRAWN: 'Final. The placement was given up before departure.',
  },
);
export type PlacementState = EnumValue<typeof PlacementState>;

/** Where a placement may go from each state. Every state before DEPARTED may also go to WITHDRAWN. */
export const placementStates = defineStateMachine<PlacementState>(['REGISTERED'], {
  REGISTERED: ['IN_TRAINING', 'TESTS_PASSED', 'WITHDRAWN'],
  IN_TRAINING: ['TESTS_PASSED', 'WITHDRAWN'],
  TESTS_PASSED: ['MATCHED', 'WITHDRAWN'],
  MATCHED: ['OFFERED', 'TESTS_PASSED', 'WITHDRAWN'],
  OFFERED: ['COE_APPLIED', 'STATUS_CHANGE_APPLIED', 'TESTS_PASSED', 'WITHDRAWN'],
  COE_APPLIED: ['COE_ISSUED', 'COE_REFUSED', 'WITHDRAWN'],
  COE_REFUSED: ['COE_APPLIED', 'TESTS_PASSED', 'WITHDRAWN'],
  COE_ISSUED: ['VISA_APPLIED', 'COE_APPLIED', 'WITHDRAWN'],
  VISA_APPLIED: ['VISA_ISSUED', 'VISA_REFUSED', 'WITHDRAWN'],
  VISA_REFUSED: ['COE_APPLIED', 'WITHDRAWN'],
  VISA_ISSUED: ['PROTECTOR_CLEARED', 'WITHDRAWN'],
  PROTECTOR_CLEARED: ['DEPARTED', 'WITHDRAWN'],
  STATUS_CHANGE_APPLIED: ['EMPLOYED', 'TESTS_PASSED', 'WITHDRAWN'],
  DEPARTED: ['EMPLOYED', 'RETURNED'],
  EMPLOYED: ['EXTENDED', 'CHANGE_PENDING', 'RETURNED'],
  EXTENDED: ['EXTENDED', 'CHANGE_PENDING', 'RETURNED'],
  CHANGE_PENDING: ['CHANGED_EMPLOYER', 'EMPLOYED', 'RETURNED'],
  CHANGED_EMPLOYER: [],
  RETURNED: [],
  WITHDRAWN: [],
});

/**
 * The states between each pair of states, for SQL. If a spreadsheet leaves steps out, the path of a worker from abroad is assumed. The
 * change of status counts only if the spreadsheet names it.
 */
export const PLACEMENT_PATHS = `(
  select * from ${placementStates.without('STATUS_CHANGE_APPLIED').transitionsSql}
  union all
  select * from ${placementStates.transitionsSql} where 'STATUS_CHANGE_APPLIED' in (from_state, to_state)
) as path`;

/** The states that can follow each state, for SQL, as the message for a wrong step. */
export const NEXT_STATES = `(values ${placementStates.states
  .map((state) => {
    const next = placementStates.states.filter((other) => placementStates.canMove(state, other));
    return `('${state}', '${next.length ? `next can come ${next.join(', ')}` : 'that is final'}')`;
  })
  .join(', ')}) as next (state, message)`;

/** States in which a placement has an employer and has not ended. */
export const MATCHED_STATES: readonly PlacementState[] = [
  'MATCHED',
  'OFFERED',
  'COE_APPLIED',
  'COE_REFUSED',
  'COE_ISSUED',
  'VISA_APPLIED',
  'VISA_REFUSED',
  'VISA_ISSUED',
  'PROTECTOR_CLEARED',
  'DEPARTED',
  'STATUS_CHANGE_APPLIED',
  'EMPLOYED',
  'EXTENDED',
  'CHANGE_PENDING',
];

/** States in which the worker is employed in Japan. */
export const EMPLOYED_STATES: readonly PlacementState[] = ['EMPLOYED', 'EXTENDED', 'CHANGE_PENDING'];

/**
 * The stages on the way to employment, in order, for conversion and days in a stage. Their positions are the bits of `placement.passed`:
 * add a new stage at the end, or fill the column again.
 */
export const STAGES = [
  { state: 'REGISTERED', rank: 0 },
  { state: 'IN_TRAINING', rank: 1 },
  { state: 'TESTS_PASSED', rank: 2 },
  { state: 'MATCHED', rank: 3 },
  { state: 'OFFERED', rank: 4 },
  // An application for a certificate from abroad and one for a change of status in Japan are two forms of the same stage.
  { state: 'COE_APPLIED', rank: 5 },
  { state: 'STATUS_CHANGE_APPLIED', rank: 5 },
  { state: 'COE_ISSUED', rank: 6 },
  { state: 'VISA_APPLIED', rank: 7 },
  { state: 'VISA_ISSUED', rank: 8 },
  { state: 'PROTECTOR_CLEARED', rank: 9 },
  { state: 'DEPARTED', rank: 10 },
  { state: 'EMPLOYED', rank: 11 },
] as const satisfies readonly { state: PlacementState; rank: number }[];

/** The bits of `placement.passed` for an array of states, in SQL. */
export function stageBits(states: string): string {
  const bits = STAGES.map(({ state }, index) => `case when '${state}' = any(${states}) then ${1 << index} else 0 end`);
  return `(${bits.join(' + ')})`;
}
