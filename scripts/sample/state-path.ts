import type { PlacementState } from '../../subgraphs/people/placement/placement.states.js';
import type { Random } from './random.js';

/** From abroad, with a Certificate of Eligibility. */
const FROM_ABROAD: readonly PlacementState[] = [
  'REGISTERED',
  'IN_TRAINING',
  'TESTS_PASSED',
  'MATCHED',
  'OFFERED',
  'COE_APPLIED',
  'COE_ISSUED',
  'VISA_APPLIED',
  'VISA_ISSUED',
  'PROTECTOR_CLEARED',
  'DEPARTED',
  'EMPLOYED',
];

/** By a change of the status of residence, for those who are in Japan already. */
const WITHIN_JAPAN: readonly PlacementState[] = [
  'REGISTERED',
  'TESTS_PASSED',
  'MATCHED',
  'OFFERED',
  'STATUS_CHANGE_APPLIED',
  'EMPLOYED',
];

/** Where a path turns back, how often, and through which states it comes to the same point again. */
const SETBACKS: Partial<Record<PlacementState, { share: number; through: readonly PlacementState[] }>> = {
  MATCHED: { share: 0.06, through: ['TESTS_PASSED', 'MATCHED'] },
  COE_APPLIED: { share: 0.03, through: ['COE_REFUSED', 'COE_APPLIED'] },
  COE_ISSUED: { share: 0.02, through: ['COE_APPLIED', 'COE_ISSUED'] },
  VISA_APPLIED: { share: 0.02, through: ['VISA_REFUSED', 'COE_APPLIED', 'COE_ISSUED', 'VISA_APPLIED'] },
};

/** States beside the way, and the state on it that leads there. */
const BRANCHES: Partial<Record<PlacementState, PlacementState>> = {
  COE_REFUSED: 'COE_APPLIED',
  VISA_REFUSED: 'VISA_APPLIED',
};

const UNTRAINED_SHARE = 0.15;

/** The states from registration to a given one, up to employment: a legal path, now and then with a setback. */
export function pathTo(target: PlacementState, withinJapan: boolean, random: Random): PlacementState[] {
  const path: PlacementState[] = [];
  const branching = BRANCHES[target];
  const skipsTraining = target !== 'IN_TRAINING' && random.chance(UNTRAINED_SHARE);
  for (const state of withinJapan ? WITHIN_JAPAN : FROM_ABROAD) {
    if (state === 'IN_TRAINING' && skipsTraining) continue;
    path.push(state);
    if (state === target) return path;
    if (state === branching) return [...path, target];
    const setback = SETBACKS[state];
    if (setback && random.chance(setback.share)) path.push(...setback.through);
  }
  throw new RangeError(`no way leads to ${target}`);
}
