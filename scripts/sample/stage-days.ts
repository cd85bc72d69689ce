import type { PlacementState } from '../../subgraphs/people/placement/placement.states.js';
import type { Random } from './random.js';

/** How many days a placement stands in a state before it moves on, at least and at most; a guess, plausible to look at. */
const STAGE_DAYS: Partial<Record<PlacementState, readonly [number, number]>> = {
  REGISTERED: [7, 70],
  IN_TRAINING: [80, 260],
  TESTS_PASSED: [10, 150],
  MATCHED: [5, 40],
  OFFERED: [10, 70],
  COE_APPLIED: [25, 120],
  COE_ISSUED: [4, 40],
  COE_REFUSED: [20, 90],
  VISA_APPLIED: [3, 25],
  VISA_ISSUED: [2, 30],
  VISA_REFUSED: [20, 90],
  PROTECTOR_CLEARED: [2, 25],
  DEPARTED: [1, 6],
  STATUS_CHANGE_APPLIED: [25, 80],
  CHANGE_PENDING: [10, 75],
};
const UNKNOWN_STAGE = [1, 30] as const;
/** A certificate that is applied for anew had lapsed: that takes three months. */
const LAPSED = [93, 120] as const;

/** How long a state lasted before the next one; `pace` stretches it. At least a day, so that no two steps share one. */
export function daysIn(state: PlacementState, next: PlacementState, pace: number, random: Random): number {
  if (state === 'COE_ISSUED' && next === 'COE_APPLIED') return random.int(...LAPSED);
  const [least, most] = STAGE_DAYS[state] ?? UNKNOWN_STAGE;
  return Math.max(1, Math.round(random.low(least, most) * pace));
}

/** How long a placement has been in a state that it has not left. */
export function daysSoFar(state: PlacementState, random: Random): number {
  return random.int(0, (STAGE_DAYS[state] ?? UNKNOWN_STAGE)[1]);
}
