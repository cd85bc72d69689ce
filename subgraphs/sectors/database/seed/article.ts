import { type StatementFact, statementsWith } from './statement-fact.js';

const AGREEMENT = ['AGREEMENT', 'plusw-oec-mou-2025'] as const;
const SSW = ['PROGRAMME', 'ssw'] as const;
const FAIR = ['TRADE_EVENT', 'japan-it-week-2025-spring'] as const;
const SAKURAI = ['PERSON', 'wakako-sakurai'] as const;
const MINISTER = ['PERSON', 'shaza-fatima'] as const;

/** In the words of the article, each with what a reader should know of the word. */
const NAMED_FIELDS = [
  ['healthcare', 'Among the SSW fields the nearest is nursing care; that it is meant is not certain.'],
  ['agriculture'],
  ['construction'],
  ['hospitality', 'Not the name of an SSW field; accommodation and food service are the nearest.'],
] as const;

const UNNAMED = 'The firms and their contracts are not named in public.';

/** What the article of May 2025 reports, sentence by sentence; the day is that of the meeting. */
export const articleStatements: StatementFact[] = statementsWith(
  { asOf: '2025-05-02', source: 'bloompakistan-2025-05', confidence: 'REPORTED' } as const,
  [
    {
      key: 'article-l2-renewal',
      about: AGREEMENT,
      predicate: 'renewed-between',
      value: 'PlusW Inc. and Overseas Employment Corporation',
      line: 'L2',
    },
    {
      key: 'article-l3-signed-at',
      about: AGREEMENT,
      predicate: 'signed-at',
      value: 'hr-stakeholders-meeting-2025',
      line: 'L3',
    },
    {
      key: 'article-l4-agreement-fields',
      about: AGREEMENT,
      predicate: 'fields-added',
      value: '14',
      unit: 'fields',
      line: 'L4',
      note: 'The article names four of them in its next sentence.',
    },
    {
      key: 'article-l4-first-field',
      about: SSW,
      predicate: 'first-field',
      value: 'information technology',
      line: 'L4',
      note: 'Information technology is not among the SSW fields of the Cabinet’s decisions. The article writes Special where the official English is Specified.',
    },
    {
      key: 'article-l4-programme-fields',
      about: SSW,
      predicate: 'fields-added',
      value: '14',
      unit: 'fields',
      line: 'L4',
      note: 'The article itself speaks of 16 sectors further on, the memorandum of 2019 has 14 fields, and the Cabinet 16 in 2024 and 19 in 2026.',
    },
    ...NAMED_FIELDS.map(([field, note]) => ({
      key: `article-l5-${field}`,
      about: AGREEMENT,
      predicate: 'field-named',
      value: field,
      line: 'L5',
      ...(note && { note }),
    })),
    {
      key: 'article-l7-signatory',
      about: AGREEMENT,
      predicate: 'signatory',
      value: 'Naseer Khan Kashani, Managing Director of OEC',
      line: 'L7',
    },
    {
      key: 'article-l7-kashani-office',
      about: ['PERSON', 'naseer-khan-kashani'],
      predicate: 'office',
      value: 'Managing Director of the Overseas Employment Corporation',
      line: 'L7',
    },
    {
      key: 'article-l9-need',
      about: SSW,
      predicate: 'workers-needed',
      value: '820000',
      operator: 'APPROX',
      unit: 'people',
      by: SAKURAI,
      line: 'L9',
      note: 'Needed by 2028, as the speaker puts it; the Cabinet set the same figure as a ceiling for the fiscal years 2024 to 2028.',
    },
    {
      key: 'article-l9-sakurai-name',
      about: SAKURAI,
      predicate: 'name-as-published',
      value: 'Wakak Sakurai',
      line: 'L9',
      note: 'Her company’s website writes Wakako Sakurai.',
    },
    { key: 'article-l9-sakurai-office', about: SAKURAI, predicate: 'office', value: 'CEO of PlusW', line: 'L9' },
    {
      key: 'article-l10-shortage',
      about: SSW,
      predicate: 'worker-shortage',
      value: '525000',
      operator: 'GT',
      unit: 'people',
      by: SAKURAI,
      line: 'L10',
      note: 'Called a present shortage. It is near to what was left under the ceiling at the time: see the statement with the predicate ceiling-headroom.',
    },
    {
      key: 'article-l10-sectors',
      about: SSW,
      predicate: 'sectors-in-demand',
      value: '16',
      unit: 'fields',
      by: SAKURAI,
      line: 'L10',
      note: 'The number of SSW fields from 2024 to January 2026; the same article counts 14 additional fields.',
    },
    {
      key: 'article-l11-akamatsu-office',
      about: ['PERSON', 'shuichi-akamatsu'],
      predicate: 'office',
      value: 'Ambassador of Japan',
      line: 'L11',
      note: 'The article gives the family name only.',
    },
    {
      key: 'article-l12-offshore',
      about: ['SECTOR', 'it'],
      predicate: 'offshore-work',
      value: 'offshore development',
      line: 'L12',
    },
    ...['plusw', 'japan-station', 'komatsu-pakistan-soft'].map((slug) => ({
      key: `article-l13-${slug}`,
      about: ['COMPANY', slug] as const,
      predicate: 'leading-in',
      value: 'Pakistani IT work for Japan',
      line: 'L13',
      note: 'The three firms are named beside each other.',
    })),
    {
      key: 'article-l13-interest',
      about: ['SECTOR', 'it'],
      predicate: 'further-interest',
      value: 'more firms',
      line: 'L13',
    },
    {
      key: 'article-l17-hussain-office',
      about: ['PERSON', 'chaudhry-salik-hussain'],
      predicate: 'office',
      value: 'Federal Minister for Overseas Pakistanis',
      line: 'L17',
    },
    {
      key: 'article-l18-fatima-office',
      about: MINISTER,
      predicate: 'office',
      value: 'Minister for Information Technology',
      line: 'L18',
      note: 'Elsewhere the office is given as Minister of State.',
    },
    {
      key: 'article-l18-firms',
      about: FAIR,
      predicate: 'firms-with-contracts',
      value: '15',
      unit: 'firms',
      by: MINISTER,
      line: 'L18',
      note: UNNAMED,
    },
    {
      key: 'article-l18-value',
      about: FAIR,
      predicate: 'contract-value',
      value: '600000',
      operator: 'GT',
      unit: 'USD',
      by: MINISTER,
      line: 'L18',
      note: `A lower bound for all of them together. ${UNNAMED}`,
    },
  ],
);
