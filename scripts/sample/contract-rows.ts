import { type ContractState, WON_STATES } from '../../subgraphs/trade-events/contract/contract.states.js';
import type { ServiceCategory } from '../../subgraphs/trade-events/contract/contract.type.js';
import { type Course, someCourse } from './contract-course.js';
import { type ContractValue, type Shares, someValue } from './contract-value.js';
import type { Fairs } from './fairs.js';
import { softwareSlug } from './firms.js';
import { type Random, stream } from './random.js';
import { contractReference } from './references.js';
import type { SampleRow } from './sample-row.js';
import { Weighted } from './weighted.js';
import type { World } from './world.js';

const CATEGORIES = new Weighted<ServiceCategory>([
  ['OFFSHORE_DEVELOPMENT', 38],
  ['PRODUCT', 16],
  ['AI_DATA', 14],
  ['CLOUD', 11],
  ['STAFFING', 8],
  ['EMBEDDED', 6],
  ['CYBERSECURITY', 4],
  ['OTHER', 3],
]);

const UNKNOWN_VALUE: ContractValue = { currency: '', reported: '', evidenced: '', realised: '' };
const EVIDENCED_SHARE = 0.85;
const UNKNOWN_BUYER_SHARE = 0.05;

/** The sheet of contracts. */
export function* contractRows(world: World, fairs: Fairs): Generator<SampleRow> {
  const contracts = stream(world.seed, 'contract');
  for (let index = 1; index <= world.contracts; index += 1) yield contractRow(world, fairs, index, contracts(index));
}

function contractRow({ calendar, firms }: World, fairs: Fairs, index: number, random: Random): SampleRow {
  const edition = fairs.someEdition(random);
  // By Zipf's law again, so that winners win again.
  const exhibitor = edition.exhibitors[random.zipf(edition.exhibitors.length) - 1] as number;
  const buyer = random.chance(UNKNOWN_BUYER_SHARE) ? undefined : firms.someBuyer(random);
  const course = someCourse(random, edition, calendar.today);
  const won = isWon(course.state);
  const reference = contractReference(index);
  const known = won || random.chance(0.7);
  const value = known ? someValue(random, someShares(random, course, won)) : UNKNOWN_VALUE;
  return {
    reference,
    event: edition.slug,
    exhibitor: softwareSlug(exhibitor),
    buyer: buyer?.slug ?? '',
    buyer_prefecture: buyer?.prefecture.code ?? '',
    service_category: CATEGORIES.pick(random),
    sector: buyer?.sector.code ?? '',
    state: course.state,
    reported_value: value.reported,
    currency: value.currency,
    evidenced_value: value.evidenced,
    realised_value: value.realised,
    lead_on: calendar.text(course.leadOn),
    signed_on: calendar.text(course.signedOn),
    evidence: won ? `https://example.com/evidence/${reference}.pdf` : '',
  };
}

function isWon(state: ContractState): boolean {
  return WON_STATES.includes(state);
}

/** A document stands behind most won contracts' value, for less than was reported as often as not; paid is what was delivered. */
function someShares(random: Random, { delivered }: Course, won: boolean): Shares {
  if (!won || !random.chance(EVIDENCED_SHARE)) return { evidenced: 0, realised: 0 };
  return { evidenced: random.chance(0.5) ? 1 : 0.6 + 0.4 * random.next(), realised: delivered };
}
