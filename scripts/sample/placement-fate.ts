import type { PlacementState } from '../../subgraphs/people/placement/placement.states.js';
import type { Employer } from './firms.js';
import type { Random } from './random.js';
import { Weighted } from './weighted.js';

/** How a placement stands today: at work, or in the state that it has come to. Whether the stay was extended follows from its length. */
export type Fate = 'AT_WORK' | Exclude<PlacementState, 'EMPLOYED' | 'EXTENDED'>;

const FATES = new Weighted<Fate>([
  ['AT_WORK', 53],
  ['RETURNED', 8],
  ['WITHDRAWN', 6],
  ['IN_TRAINING', 6],
  ['TESTS_PASSED', 5],
  ['COE_APPLIED', 5],
  ['REGISTERED', 3.5],
  ['MATCHED', 3],
  ['OFFERED', 3],
  ['COE_ISSUED', 1.8],
  ['CHANGE_PENDING', 1.2],
  ['VISA_APPLIED', 1],
  ['VISA_ISSUED', 1],
  ['STATUS_CHANGE_APPLIED', 1],
  ['COE_REFUSED', 0.8],
  ['PROTECTOR_CLEARED', 0.6],
  ['VISA_REFUSED', 0.5],
  ['DEPARTED', 0.5],
]);

const LEAKY_LOSS = 0.5;

/** What nobody is in who needs a fresh certificate. */
const NEEDS_CERTIFICATE: ReadonlySet<Fate> = new Set<Fate>([
  'COE_ISSUED',
  'VISA_APPLIED',
  'VISA_ISSUED',
  'PROTECTOR_CLEARED',
  'DEPARTED',
]);

/** Draws a fate. Workers leave some employers; nobody arrives while the intake is suspended. */
export function someFate(random: Random, employer: Employer, suspended: boolean): Fate {
  const fate = FATES.pick(random);
  if (fate === 'AT_WORK' && employer.leaky && random.chance(LEAKY_LOSS)) return 'RETURNED';
  if (!suspended) return fate;
  if (fate === 'CHANGE_PENDING') return 'AT_WORK';
  return NEEDS_CERTIFICATE.has(fate) ? 'OFFERED' : fate;
}

/** Where those who withdraw do so. */
export const WITHDRAWN_AFTER = new Weighted<PlacementState>([
  ['IN_TRAINING', 35],
  ['REGISTERED', 15],
  ['TESTS_PASSED', 15],
  ['OFFERED', 12],
  ['MATCHED', 9],
  ['COE_APPLIED', 6],
  ['COE_ISSUED', 3],
  ['COE_REFUSED', 3],
  ['VISA_ISSUED', 2],
]);
