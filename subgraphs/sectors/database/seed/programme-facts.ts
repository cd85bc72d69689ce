import { ITEMISED_NATIONALITIES } from '../../statement/statement.predicates.js';
import { type StatementFact, statementsWith } from './statement-fact.js';

const holdersByNationality: Record<(typeof ITEMISED_NATIONALITIES)[number], number> = {
  vietnam: 146_270,
  indonesia: 69_384,
  myanmar: 35_557,
  philippines: 32_396,
  china: 19_901,
  nepal: 9_329,
  cambodia: 7_159,
  thailand: 6_212,
  other: 6_915,
};

/** How many people held the status at the end of June 2025. */
const holders = statementsWith(
  {
    about: ['PROGRAMME', 'ssw'],
    unit: 'people',
    asOf: '2025-06-30',
    source: 'viet-jo',
    confidence: 'REPORTED',
  } as const,
  [
    { key: 'ssw-holders-2025-06', predicate: 'ssw-holders', value: '336196' },
    { key: 'ssw1-holders-2025-06', predicate: 'ssw1-holders', value: '333123' },
    { key: 'ssw2-holders-2025-06', predicate: 'ssw2-holders', value: '3073' },
    ...ITEMISED_NATIONALITIES.map((nationality) => ({
      key: `ssw1-holders-2025-06-${nationality}`,
      predicate: `ssw1-holders-${nationality}`,
      value: String(holdersByNationality[nationality]),
      ...(nationality === 'other' && { note: 'The source does not itemise Pakistan, which is within this figure.' }),
    })),
  ],
);

const intake = statementsWith({ about: ['SECTOR', 'food-service'] } as const, [
  {
    key: 'food-service-coe-suspension',
    predicate: 'coe-issuance-suspended-from',
    value: '2026-04-13',
    by: ['COMPANY', 'immigration-services-agency'],
    asOf: '2026-04-13',
    source: 'isa-03-00176',
    confidence: 'VERIFIED',
    note: 'For applications from abroad received from that day on.',
  },
  {
    key: 'food-service-intake',
    predicate: 'intake-status',
    value: 'SUSPENDED',
    source: 'hub-notes',
    confidence: 'UNVERIFIED',
    note: 'That the suspension still stands has not been checked since it began.',
  },
]);

const rules = statementsWith({ source: 'founding-notes', confidence: 'REPORTED' } as const, [
  {
    key: 'ssw-test-skills',
    about: ['PROGRAMME', 'ssw'],
    predicate: 'test-required',
    value: 'the skills test of the field',
  },
  {
    key: 'ssw-test-japanese',
    about: ['PROGRAMME', 'ssw'],
    predicate: 'test-required',
    value: 'JFT-Basic (A2) or JLPT N4',
    note: 'Either of the two suffices.',
  },
  {
    key: 'nursing-care-test-japanese',
    about: ['SECTOR', 'nursing-care'],
    predicate: 'test-required',
    value: 'a test of Japanese for nursing care',
    note: 'Besides the skills test and the general test of Japanese.',
  },
  {
    key: 'ssw1-residence-limit',
    about: ['PROGRAMME', 'ssw'],
    predicate: 'residence-limit',
    value: '5',
    unit: 'years',
    note: 'All stays under SSW(i) together.',
  },
]);

const unsettled = statementsWith({ source: 'hub-notes', confidence: 'UNVERIFIED' } as const, [
  {
    key: 'it-status-of-residence',
    about: ['SECTOR', 'it'],
    predicate: 'status-of-residence',
    value: 'Engineer / Specialist in Humanities / International Services',
  },
]);

const inferred = statementsWith({ source: 'hub-notes', confidence: 'INFERRED' } as const, [
  {
    key: 'ssw-headroom-2025',
    about: ['PROGRAMME', 'ssw'],
    predicate: 'ceiling-headroom',
    value: '525000',
    operator: 'APPROX',
    unit: 'people',
    asOf: '2025-05-02',
    note: 'The ceiling of 820,000 less about 295,000 residents. The same figure was called a shortage in May 2025; headroom under a limit and vacancies are two things.',
  },
]);

/** What is known of the programmes and their fields besides the ceilings. */
export const programmeStatements: StatementFact[] = [...holders, ...intake, ...rules, ...unsettled, ...inferred];
