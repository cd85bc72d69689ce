import type { Calendar } from './calendar.js';
import type { Fate } from './placement-fate.js';
import type { Random } from './random.js';
import { yearsBegun } from './stay.js';
import type { Beginning, Step } from './story.js';

/** How long ago employment ended, and how many days it lasted up to then or up to today. */
interface EmploymentLength {
  readonly since: number;
  readonly days: number;
}

const LONGEST_MONTHS = 59;
const EARLY_SHARE = 0.4;
const EARLY_SHARE_LEAKY = 0.9;
const CHANGE_BACK_SHARE = 0.04;

/** How long a worker has been at work, or was. */
export function employmentLength(
  calendar: Calendar,
  random: Random,
  fate: Fate,
  { employer, status, ssw1MonthsBefore }: Beginning,
): EmploymentLength {
  switch (fate) {
    case 'RETURNED': {
      const early = random.chance(employer.leaky ? EARLY_SHARE_LEAKY : EARLY_SHARE);
      return { since: random.int(1, 700), days: early ? random.low(20, 350) : random.int(366, 1_200) };
    }
    case 'CHANGED_EMPLOYER': {
      const early = random.chance(employer.leaky ? EARLY_SHARE_LEAKY : EARLY_SHARE);
      return { since: random.int(5, 600), days: early ? random.int(160, 350) : random.int(366, 1_000) };
    }
    // Well within a year of stay, so that it is not extended meanwhile.
    case 'CHANGE_PENDING':
      return { since: 0, days: 365 * random.low(0, 3) + random.int(120, 300) };
    default: {
      if (random.chance(0.62)) return { since: 0, days: random.int(1, 340) };
      const months = LONGEST_MONTHS - (status === 'SSW1' ? ssw1MonthsBefore : 0);
      const served = random.chance(0.06) ? months - random.int(0, 5) : random.low(12, months);
      return { since: 0, days: calendar.today - calendar.plusMonths(calendar.today, -served) + random.int(0, 20) };
    }
  }
}

/** What follows the first day of work: extensions of the stay, a change of the employer, the return. All of it by the day `until`. */
export function stepsAtWork(calendar: Calendar, random: Random, fate: Fate, startedOn: number, until: number): Step[] {
  const changePending = fate === 'CHANGE_PENDING' ? until - random.int(0, 60) : until - random.int(80, 140);
  const changing = fate === 'CHANGE_PENDING' || fate === 'CHANGED_EMPLOYER';
  const before = changing ? changePending : until;
  const steps: Step[] = yearsBegun(calendar, startedOn, until).map((anniversary) => ({
    state: 'EXTENDED',
    day: Math.min(anniversary - random.int(7, 50), before - 1),
  }));
  if (changing) steps.push({ state: 'CHANGE_PENDING', day: changePending });
  if (fate === 'RETURNED' || fate === 'CHANGED_EMPLOYER') steps.push({ state: fate, day: until });
  if (fate === 'AT_WORK' && until - startedOn > 90 && steps.length === 0 && random.chance(CHANGE_BACK_SHARE)) {
    steps.push(
      { state: 'CHANGE_PENDING', day: until - random.int(50, 80) },
      { state: 'EMPLOYED', day: until - random.int(5, 40) },
    );
  }
  return steps;
}
