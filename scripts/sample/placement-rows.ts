import type { PlacementState } from '../../subgraphs/people/placement/placement.states.js';
import { placementStory } from './placement-story.js';
import { employerPrefecture } from './places.js';
import { type Random, stream } from './random.js';
import { coeNumber, personReference, placementReference } from './references.js';
import type { SampleRow } from './sample-row.js';
import { residenceUntil } from './stay.js';
import type { Story } from './story.js';
import type { World } from './world.js';

const VALID_MONTHS = 3;
const OTHER_SITE_SHARE = 0.08;
const EARLY_DAYS = 365;

const REASONS_EARLY = [
  'Resigned: working conditions',
  'Resigned: family reasons',
  'Left for personal reasons',
  'Health',
];
const REASONS_AT_END = ['Contract completed', 'Returned for family reasons', 'End of the period of stay'];
const REASONS_WITHDRAWN = ['Took other work', 'Family reasons', 'Tests not passed again', 'Could not be reached'];

/** The sheet of placements. */
export function* placementRows(world: World): Generator<SampleRow> {
  const details = stream(world.seed, 'placement details');
  for (let index = 1; index <= world.placements; index += 1) {
    yield placementRow(world, placementStory(world, index), details(index));
  }
}

function placementRow(world: World, story: Story, random: Random): SampleRow {
  const { index, sector, employer, steps, startedOn, endedOn } = story;
  const { calendar } = world;
  const { matched, offered, coeApplied, coeIssued, visaIssued } = milestones(story);
  const otherSite = random.chance(OTHER_SITE_SHARE);
  const place = otherSite ? employerPrefecture(random, sector.rural) : employer.prefecture;
  return {
    reference: placementReference(index),
    person: personReference(story.person),
    sending_company: story.sending,
    accepting_company: matched ? employer.slug : '',
    support_company: matched && story.status === 'SSW1' ? employer.support : '',
    sector: sector.code,
    occupation: random.pick(sector.occupations),
    status_of_residence: story.status,
    state: (steps.at(-1) as { state: PlacementState }).state,
    prefecture: matched ? place.code : '',
    salary_jpy_month: offered ? String(salary(story, random)) : '',
    registered_on: calendar.text(steps[0]?.day),
    coe_number: coeIssued === undefined ? '' : coeNumber(index),
    coe_applied_on: calendar.text(coeApplied),
    coe_issued_on: calendar.text(coeIssued),
    coe_expires_on: coeIssued === undefined ? '' : calendar.text(calendar.plusMonths(coeIssued, VALID_MONTHS)),
    visa_expires_on: visaIssued === undefined ? '' : calendar.text(calendar.plusMonths(visaIssued, VALID_MONTHS)),
    started_on: calendar.text(startedOn),
    residence_until: calendar.text(residenceUntil(calendar, story)),
    ssw1_months_before: story.status === 'SSW1' || story.status === 'SSW2' ? String(story.ssw1MonthsBefore) : '',
    ended_on: calendar.text(endedOn),
    end_reason: endedOn === undefined ? '' : random.pick(reasons(story)),
  };
}

/** What the history has come to; a step back takes away what it undoes. */
function milestones({ steps }: Story) {
  let matched = false;
  let offered = false;
  let coeApplied: number | undefined;
  let coeIssued: number | undefined;
  let visaIssued: number | undefined;
  for (const { state, day } of steps) {
    if (state === 'TESTS_PASSED') matched = false;
    else if (state === 'MATCHED') matched = true;
    else if (state === 'OFFERED') offered = true;
    else if (state === 'COE_APPLIED') {
      coeApplied = day;
      coeIssued = undefined;
    } else if (state === 'COE_ISSUED') coeIssued = day;
    else if (state === 'VISA_ISSUED') visaIssued = day;
  }
  return { matched, offered, coeApplied, coeIssued, visaIssued };
}

function salary({ sector, employer }: Story, random: Random): number {
  const [least, most] = sector.salary;
  return Math.round(random.low(least, most) * employer.pay) * 1_000;
}

function reasons({ startedOn, endedOn }: Story): readonly string[] {
  if (startedOn === undefined) return REASONS_WITHDRAWN;
  return (endedOn as number) - startedOn < EARLY_DAYS ? REASONS_EARLY : REASONS_AT_END;
}
