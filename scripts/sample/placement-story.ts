import type { PlacementState } from '../../subgraphs/people/placement/placement.states.js';
import type { StatusOfResidence } from '../../subgraphs/people/placement/placement.type.js';
import { IT, sendingSlug, softwareSlug } from './firms.js';
import { type Fate, someFate, WITHDRAWN_AFTER } from './placement-fate.js';
import type { Random } from './random.js';
import { type SectorProfile, sectorByWeight } from './sector-profiles.js';
import { daysIn, daysSoFar } from './stage-days.js';
import { pathTo } from './state-path.js';
import type { Beginning, Step, Story } from './story.js';
import { employmentLength, stepsAtWork } from './work-steps.js';
import type { World } from './world.js';

const TERMINAL: ReadonlySet<PlacementState> = new Set<PlacementState>(['WITHDRAWN', 'RETURNED', 'CHANGED_EMPLOYER']);
const AT_WORK: ReadonlySet<Fate> = new Set<Fate>(['AT_WORK', 'CHANGE_PENDING', 'CHANGED_EMPLOYER', 'RETURNED']);
const FOOD_SERVICE = 'food-service';
const SUCCESSION = 24;
const MONTHS_OF_FIVE_YEARS = 60;

/** Every so many placements, one follows the placement before it: the same person at another employer. */
export function followsAnother(index: number): boolean {
  return index % SUCCESSION === 0;
}

/** The story of a placement. It is made anew from the index each time it is asked for, and kept nowhere. */
export function placementStory(world: World, index: number): Story {
  const random = world.placementStream(index);
  if (followsAnother(index)) return successorStory(world, index, random);
  const sector = sectorByWeight.pick(random);
  const employer = world.firms.someEmployer(random, sector);
  const suspended = sector.code === FOOD_SERVICE && world.calendar.today >= world.foodServiceSuspendedFrom;
  const followed = followsAnother(index + 1) && index < world.placements;
  const fate = followed ? 'CHANGED_EMPLOYER' : someFate(random, employer, suspended);
  const withinJapan = fate === 'STATUS_CHANGE_APPLIED' || (AT_WORK.has(fate) && random.chance(0.06));
  const status = someStatus(random, sector, withinJapan);
  const beginning: Beginning = {
    index,
    person: index,
    sector,
    sending: someSender(world, random, sector, withinJapan),
    employer,
    status,
    withinJapan,
    ssw1MonthsBefore: monthsBefore(random, status, fate),
  };
  return told(
    beginning,
    AT_WORK.has(fate) ? workHistory(world, random, beginning, fate) : wayThere(world, random, beginning, fate),
  );
}

/** The next placement of a person who has changed the employer: matched while the change was pending. */
function successorStory(world: World, index: number, random: Random): Story {
  const before = placementStory(world, index - 1);
  const { calendar } = world;
  const startedOn = (before.endedOn as number) + 1;
  const monthsServed = calendar.monthsBetween(before.startedOn as number, startedOn);
  const beginning: Beginning = {
    ...before,
    index,
    employer: world.firms.someEmployer(random, before.sector),
    withinJapan: true,
    ssw1MonthsBefore: before.status === 'SSW1' ? before.ssw1MonthsBefore + monthsServed : before.ssw1MonthsBefore,
  };
  const way = backwards(
    ['REGISTERED', 'TESTS_PASSED', 'MATCHED', 'OFFERED', 'STATUS_CHANGE_APPLIED', 'EMPLOYED'],
    startedOn,
    (state) => (state === 'STATUS_CHANGE_APPLIED' ? random.int(15, 40) : random.int(1, 9)),
  );
  return told(beginning, [...way, ...stepsAtWork(calendar, random, 'AT_WORK', startedOn, calendar.today)]);
}

/** A history that has not come to work, or never will. */
function wayThere(world: World, random: Random, { sector, withinJapan }: Beginning, fate: Fate): Step[] {
  const target = fate === 'WITHDRAWN' ? WITHDRAWN_AFTER.pick(random) : (fate as PlacementState);
  const path = pathTo(target, withinJapan, random);
  if (fate === 'WITHDRAWN') path.push('WITHDRAWN');
  const since = fate === 'WITHDRAWN' ? random.int(0, 900) : daysSoFar(target, random);
  const gap = (state: PlacementState, next: PlacementState) => daysIn(state, next, sector.pace, random);
  return beforeSuspension(world, random, sector, backwards(path, world.calendar.today - since, gap));
}

/** A history that has come to work. */
function workHistory(world: World, random: Random, beginning: Beginning, fate: Fate): Step[] {
  const { sector, withinJapan } = beginning;
  const { since, days } = employmentLength(world.calendar, random, fate, beginning);
  const startedOn = world.calendar.today - since - days;
  const gap = (state: PlacementState, next: PlacementState) => daysIn(state, next, sector.pace, random);
  const path = pathTo('EMPLOYED', withinJapan, random);
  const way = beforeSuspension(world, random, sector, backwards(path, startedOn, gap));
  const moved = (way.at(-1) as Step).day;
  const until = fate === 'AT_WORK' ? world.calendar.today : moved + days;
  return [...way, ...stepsAtWork(world.calendar, random, fate, moved, until)];
}

/** Days for a path, counted back from the day of its last state. */
function backwards(
  path: readonly PlacementState[],
  lastDay: number,
  gap: (state: PlacementState, next: PlacementState) => number,
): Step[] {
  const steps: Step[] = [];
  let day = lastDay;
  for (let at = path.length - 1; at >= 0; at -= 1) {
    const state = path[at] as PlacementState;
    const next = path[at + 1];
    if (next !== undefined) day -= gap(state, next);
    steps.push({ state, day });
  }
  return steps.reverse();
}

/** The same history, early enough that no certificate for food service was applied for after the suspension. */
function beforeSuspension(world: World, random: Random, sector: SectorProfile, steps: Step[]): Step[] {
  if (sector.code !== FOOD_SERVICE) return steps;
  const suspended = world.foodServiceSuspendedFrom;
  const applied = steps.findLast(({ state }) => state === 'COE_APPLIED')?.day ?? 0;
  if (applied < suspended) return steps;
  const shift = applied - suspended + random.int(1, 60);
  return steps.map(({ state, day }) => ({ state, day: day - shift }));
}

function told(beginning: Beginning, steps: readonly Step[]): Story {
  const last = steps.at(-1) as Step;
  return {
    ...beginning,
    steps,
    startedOn: steps.find(({ state }) => state === 'EMPLOYED')?.day,
    endedOn: TERMINAL.has(last.state) ? last.day : undefined,
  };
}

function someSender(world: World, random: Random, sector: SectorProfile, withinJapan: boolean): string {
  if (withinJapan && random.chance(0.5)) return '';
  if (sector === IT && random.chance(0.4)) return softwareSlug(random.zipf(world.firms.softwareCount));
  return sendingSlug(random.zipf(world.firms.sendingCount));
}

function someStatus(random: Random, sector: SectorProfile, withinJapan: boolean): StatusOfResidence {
  if (sector === IT) return random.chance(0.98) ? 'ENGINEER_HUMANITIES' : 'OTHER';
  return sector.ssw2 && withinJapan && random.chance(0.25) ? 'SSW2' : 'SSW1';
}

function monthsBefore(random: Random, status: StatusOfResidence, fate: Fate): number {
  if (status === 'SSW2') return MONTHS_OF_FIVE_YEARS;
  if (status !== 'SSW1' || fate !== 'AT_WORK') return 0;
  return random.chance(0.12) ? random.int(2, 30) : 0;
}
