import { SECTORS } from './sectors.js';
import { type StatementFact, statementsWith } from './statement-fact.js';

const DECIDED_ON = '2024-03-29';
const CEILING_NOTE =
  'Holds for 1 April 2024 to 31 March 2029. The Cabinet set a new total on 23 January 2026; the hub does not know what that decision gives this field.';

const statementKey = (code: string) => `ceiling-2024-${code}`;
const fields = SECTORS.flatMap(({ code, ceiling }) => (ceiling == null ? [] : [{ code, ceiling }]));

export const ceilingRows = fields.map(({ code, ceiling }) => ({
  sectorCode: code,
  value: ceiling,
  from: '2024-04-01',
  until: '2029-03-31',
  decidedOn: DECIDED_ON,
  statementKey: statementKey(code),
}));

const decided = { predicate: 'acceptance-ceiling', unit: 'people', by: ['COMPANY', 'cabinet-of-japan'] } as const;
const in2024 = { asOf: DECIDED_ON, source: 'cabinet-decision-2024-03-29', confidence: 'VERIFIED' } as const;
const in2026 = { asOf: '2026-01-23', source: 'nippon-yjj2026012300523', confidence: 'REPORTED' } as const;
const by = decided.by;

/** What the Cabinet decided in 2024 for each field and in all, and what took its place in 2026. */
export const ceilingStatements: StatementFact[] = [
  ...statementsWith(
    { ...decided, ...in2024 },
    fields.map(({ code, ceiling }) => ({
      key: statementKey(code),
      about: ['SECTOR', code] as const,
      value: String(ceiling),
      note: CEILING_NOTE,
    })),
  ),
  ...statementsWith({ by, ...in2024 }, [
    {
      key: 'ceiling-2024-total',
      about: ['PROGRAMME', 'ssw'],
      predicate: 'acceptance-ceiling',
      value: '820000',
      unit: 'people',
      supersededBy: 'ceiling-2026-total',
      note: 'The sum of the ceilings of the 16 fields for 1 April 2024 to 31 March 2029: a limit, while a speaker of May 2025 calls the same figure a need.',
    },
    {
      key: 'ssw-fields-2024',
      about: ['PROGRAMME', 'ssw'],
      predicate: 'field-count',
      value: '16',
      unit: 'fields',
      supersededBy: 'ssw-fields-2026',
    },
  ]),
  ...statementsWith({ source: 'hub-notes', confidence: 'INFERRED' } as const, [
    {
      key: 'it-ssw-field',
      about: ['SECTOR', 'it'],
      predicate: 'ssw-field',
      value: 'false',
      asOf: DECIDED_ON,
      note: 'Concluded from the 16 fields of the decision of 29 March 2024, which do not include it; the decision itself says nothing of it. A newspaper of May 2025 says that the programme began there.',
    },
  ]),
  ...statementsWith({ by, ...in2026 }, [
    {
      key: 'ceiling-2026-total',
      about: ['PROGRAMME', 'ssw'],
      predicate: 'acceptance-ceiling',
      value: '805700',
      unit: 'people',
      note: 'SSW(i) in 19 fields. How the total is divided among the fields is not known to the hub.',
    },
    { key: 'ssw-fields-2026', about: ['PROGRAMME', 'ssw'], predicate: 'field-count', value: '19', unit: 'fields' },
    { key: 'ssw-field-linen-supply', about: ['PROGRAMME', 'ssw'], predicate: 'field-added', value: 'linen supply' },
    {
      key: 'ssw-field-logistics-warehousing',
      about: ['PROGRAMME', 'ssw'],
      predicate: 'field-added',
      value: 'logistics warehousing',
    },
    {
      key: 'ssw-field-resource-recycling',
      about: ['PROGRAMME', 'ssw'],
      predicate: 'field-added',
      value: 'resource recycling',
    },
    {
      key: 'ikusei-shuro-ceiling-2026',
      about: ['PROGRAMME', 'ikusei-shuro'],
      predicate: 'acceptance-ceiling',
      value: '426200',
      unit: 'people',
    },
    {
      key: 'ikusei-shuro-fields-2026',
      about: ['PROGRAMME', 'ikusei-shuro'],
      predicate: 'field-count',
      value: '17',
      unit: 'fields',
    },
    {
      key: 'ikusei-shuro-start',
      about: ['PROGRAMME', 'ikusei-shuro'],
      predicate: 'starts-on',
      value: '2027-04-01',
    },
    {
      key: 'ceiling-2026-combined',
      about: ['PROGRAMME', 'ssw'],
      predicate: 'combined-acceptance-ceiling',
      value: '1231900',
      unit: 'people',
      note: 'SSW(i) and Employment for Skill Development (Ikusei Shuro) together: 805,700 and 426,200.',
    },
  ]),
];
