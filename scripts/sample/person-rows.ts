import type { PlacementState } from '../../subgraphs/people/placement/placement.states.js';
import { IT, sendingSlug } from './firms.js';
import { personName } from './person-names.js';
import { followsAnother, placementStory } from './placement-story.js';
import type { Random } from './random.js';
import { numbered, personReference } from './references.js';
import type { SampleRow } from './sample-row.js';
import { SECTORS, type SectorProfile, sectorByWeight } from './sector-profiles.js';
import type { Story } from './story.js';
import { Weighted } from './weighted.js';
import type { World } from './world.js';

/** What a person's row has in common with the person's placement. */
interface Background {
  readonly sector: SectorProfile;
  readonly sending: string;
  readonly registeredOn: number;
  /** The day by which the tests were passed; none where they were not. */
  readonly testsOn: number | undefined;
  readonly withinJapan: boolean;
}

interface Tests {
  readonly jlpt: string;
  readonly jftOn: number | undefined;
  readonly skillsOn: number | undefined;
}

const NOT_FROM_PAKISTAN = new Weighted([
  ['NP', 30],
  ['BD', 25],
  ['LK', 20],
  ['UZ', 15],
  ['ID', 10],
] as const);
const LEVELS = new Weighted([
  ['N4', 58],
  ['', 24],
  ['N3', 14],
  ['N2', 4],
] as const);
const ENGINEER_LEVELS = new Weighted([
  ['', 35],
  ['N4', 20],
  ['N3', 25],
  ['N2', 15],
  ['N1', 5],
] as const);
const YEARS = 365;
const NURSING_CARE = SECTORS.find(({ code }) => code === 'nursing-care') as SectorProfile;

/** The sheet of people: those of the placements, and candidates whom nobody has matched. */
export function* personRows(world: World): Generator<SampleRow> {
  for (let index = 1; index <= world.people; index += 1) {
    const random = world.personStream(index);
    const placed = index <= world.placements && !followsAnother(index);
    yield personRow(
      world,
      index,
      placed ? backgroundOf(placementStory(world, index)) : candidate(world, random),
      random,
    );
  }
}

function backgroundOf({ sector, sending, steps, withinJapan }: Story): Background {
  const dayOf = (wanted: PlacementState) => steps.find(({ state }) => state === wanted)?.day;
  return { sector, sending, registeredOn: steps[0]?.day as number, testsOn: dayOf('TESTS_PASSED'), withinJapan };
}

function candidate(world: World, random: Random): Background {
  const registeredOn = world.calendar.today - random.int(20, 700);
  return {
    sector: random.chance(0.2) ? NURSING_CARE : sectorByWeight.pick(random),
    sending: sendingSlug(random.zipf(world.firms.sendingCount)),
    registeredOn,
    testsOn: random.chance(0.8) ? random.int(registeredOn, world.calendar.today) : undefined,
    withinJapan: false,
  };
}

function personRow({ calendar }: World, index: number, background: Background, random: Random): SampleRow {
  const name = personName(random);
  const pakistani = !random.chance(background.withinJapan ? 0.35 : 0.02);
  const tests = background.sector === IT ? engineerTests(random) : workerTests(background, random);
  const number = numbered(index, 7);
  return {
    reference: personReference(index),
    registered_by: background.sending,
    family_name: name.family,
    given_name: name.given,
    name_native: pakistani ? name.urdu : '',
    nationality: pakistani ? 'PK' : NOT_FROM_PAKISTAN.pick(random),
    date_of_birth: calendar.text(background.registeredOn - random.low(19 * YEARS, 38 * YEARS)),
    // No state issues ZZ, no district of Pakistan is 00000, and no country has the code 999.
    passport_number: `ZZ${number}`,
    cnic: pakistani ? `00000-${number}-${index % 10}` : '',
    email: `s-p-${number}@people.example.com`,
    phone: `+999${numbered(index, 9)}`,
    jlpt: tests.jlpt,
    jft_basic_on: calendar.text(tests.jftOn),
    skills_tests: tests.skillsOn === undefined ? '' : `${background.sector.code}@${calendar.text(tests.skillsOn)}`,
  };
}

function engineerTests(random: Random): Tests {
  return { jlpt: ENGINEER_LEVELS.pick(random), jftOn: undefined, skillsOn: undefined };
}

/** Whoever has passed the tests has the field's own and one of language; the others may have got a beginner's certificate. */
function workerTests({ testsOn }: Background, random: Random): Tests {
  if (testsOn === undefined) return { jlpt: random.chance(0.3) ? 'N5' : '', jftOn: undefined, skillsOn: undefined };
  const jlpt = LEVELS.pick(random);
  const jft = jlpt === '' || random.chance(0.15);
  return { jlpt, jftOn: jft ? testsOn - random.int(0, 60) : undefined, skillsOn: testsOn - random.int(0, 45) };
}
