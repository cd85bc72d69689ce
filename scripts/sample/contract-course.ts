import type { ContractState } from '../../subgraphs/trade-events/contract/contract.states.js';
import type { Edition } from './fairs.js';
import type { Random } from './random.js';

/** How a contract has gone up to today. */
export interface Course {
  readonly state: ContractState;
  readonly leadOn: number;
  /** The day of signature or, before there is one, of the letter of intent. */
  readonly signedOn: number | undefined;
  /** How much of the work is delivered, from 0 to 1. */
  readonly delivered: number;
}

const SIGNED_SHARE = 0.58;
const LETTER_SHARE = 0.2;
const GIVEN_UP_AFTER_DAYS = 540;

/** The course of a contract that began at an edition; nothing of it lies after today. */
export function someCourse(random: Random, { startsOn, endsOn }: Edition, today: number): Course {
  const leadOn = random.chance(0.8) ? startsOn + random.int(0, 2) : Math.min(today, endsOn + random.int(1, 45));
  const course = { leadOn, signedOn: undefined, delivered: 0 };
  if (random.chance(SIGNED_SHARE)) {
    const signedOn = Math.max(leadOn, endsOn + daysToSignature(random));
    if (signedOn <= today) return afterSignature(random, leadOn, signedOn, today - signedOn);
  }
  const age = today - leadOn;
  if (random.chance(LETTER_SHARE)) {
    const signedOn = leadOn + random.int(0, Math.min(120, age));
    return { ...course, state: age > GIVEN_UP_AFTER_DAYS ? 'CANCELLED' : 'LOI_MOU', signedOn };
  }
  const lost = age > GIVEN_UP_AFTER_DAYS ? random.chance(0.9) : random.chance(0.25);
  return { ...course, state: lost ? 'LOST' : 'LEAD' };
}

/** From the last day of the fair: some sign on the spot, most within a year, some later. */
function daysToSignature(random: Random): number {
  const draw = random.next();
  if (draw < 0.15) return 0;
  return draw < 0.78 ? random.low(10, 360) : random.int(370, 800);
}

function afterSignature(random: Random, leadOn: number, signedOn: number, age: number): Course {
  const begins = random.int(20, 240);
  const lasts = random.int(120, 700);
  const delivered = Math.min(1, Math.max(0, (age - begins) / lasts));
  if (age > begins && random.chance(0.07))
    return { state: 'TERMINATED', leadOn, signedOn, delivered: delivered * random.next() * 0.5 };
  const state = delivered === 0 ? 'SIGNED' : delivered < 1 ? 'IN_DELIVERY' : 'COMPLETED';
  return { state, leadOn, signedOn, delivered };
}
