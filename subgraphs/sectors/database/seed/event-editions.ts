import { type StatementFact, statementsWith } from './statement-fact.js';

const BIG_SIGHT = 'Tokyo Big Sight';
const MAKUHARI = 'Makuhari Messe';

/** The editions of Japan IT Week: slug, first and last day, venue. */
const editions = [
  ['japan-it-week-2023-spring', '2023-04-05', '2023-04-07', BIG_SIGHT],
  ['japan-it-week-2023-autumn', '2023-10-25', '2023-10-27', MAKUHARI],
  ['japan-it-week-2024-spring', '2024-04-24', '2024-04-26', BIG_SIGHT],
  ['japan-it-week-2024-autumn', '2024-10-23', '2024-10-25', MAKUHARI],
  ['japan-it-week-2025-spring', '2025-04-23', '2025-04-25', BIG_SIGHT],
  ['japan-it-week-2025-autumn', '2025-10-08', '2025-10-10', MAKUHARI],
  ['japan-it-week-2026-spring', '2026-04-08', '2026-04-10', BIG_SIGHT],
] as const;

/** The edition whose days and hall the founding notes give without a doubt; `datesConfidence` of the event agrees. */
const SETTLED = 'japan-it-week-2024-spring';

const settled = { source: 'founding-notes', confidence: 'REPORTED' } as const;
const unsettled = { source: 'hub-notes', confidence: 'UNVERIFIED' } as const;

/** When and where the editions took place and who ran them. */
export const editionStatements: StatementFact[] = editions.flatMap(([slug, first, last, venue]) => {
  const edition = { about: ['TRADE_EVENT', slug], asOf: first } as const;
  return [
    ...statementsWith({ ...edition, ...(slug === SETTLED ? settled : unsettled) }, [
      { key: `${slug}-held-on`, predicate: 'held-on', value: `${first}/${last}` },
      { key: `${slug}-venue`, predicate: 'venue', value: venue },
    ]),
    ...statementsWith({ ...edition, ...unsettled }, [
      { key: `${slug}-organiser`, predicate: 'organiser', value: 'RX Japan' },
    ]),
  ];
});
