import { type StatementFact, statementsWith } from './statement-fact.js';

const PLUSW = ['COMPANY', 'plusw'] as const;
const OEC = ['COMPANY', 'oec'] as const;
const SAKURAI = ['PERSON', 'wakako-sakurai'] as const;

const article = statementsWith({ source: 'bloompakistan-2025-05', confidence: 'REPORTED' } as const, [
  {
    key: 'article-l2-plusw-name',
    about: PLUSW,
    predicate: 'name-as-published',
    value: 'PlusW Inc.',
    asOf: '2025-05-02',
    line: 'L2',
    note: 'The company’s own website writes Plus W.',
  },
]);

const ownWebsite = statementsWith({ source: 'plusw-website', confidence: 'VERIFIED', by: PLUSW } as const, [
  { key: 'plusw-name', about: PLUSW, predicate: 'name-as-published', value: 'Plus W Inc.' },
  { key: 'plusw-founded', about: PLUSW, predicate: 'founded-in', value: '2020' },
  { key: 'plusw-seat', about: PLUSW, predicate: 'headquarters', value: 'Shibuya, Tokyo' },
  { key: 'plusw-president', about: PLUSW, predicate: 'president', value: 'Wakako Sakurai' },
  {
    key: 'plusw-sakurai-name',
    about: SAKURAI,
    predicate: 'name-as-published',
    value: 'Wakako Sakurai',
    note: 'The article of May 2025 writes Wakak.',
  },
]);

const NO_DOCUMENT = 'The hub holds no document that shows it.';

const unsettled = statementsWith({ source: 'hub-notes', confidence: 'UNVERIFIED' } as const, [
  { key: 'oec-founded', about: OEC, predicate: 'founded-in', value: '1976', note: NO_DOCUMENT },
  { key: 'oec-legal-form', about: OEC, predicate: 'legal-form', value: 'public-sector company', note: NO_DOCUMENT },
  {
    key: 'sakurai-name-ja',
    about: SAKURAI,
    predicate: 'name-as-published',
    value: '櫻井稚子',
    note: 'The spelling in Japanese; the hub keeps no address of a page that has it.',
  },
  {
    key: 'fatima-minister-of-state',
    about: ['PERSON', 'shaza-fatima'],
    predicate: 'office',
    value: 'Minister of State for Information Technology',
    note: 'The article of May 2025 says Minister; the hub keeps both.',
  },
  {
    key: 'japan-station-took-part',
    about: ['COMPANY', 'japan-station'],
    predicate: 'took-part-in',
    value: 'hr-stakeholders-meeting-2025',
    note: 'Nothing more is known of the company.',
  },
  {
    key: 'komatsu-legal-name',
    about: ['COMPANY', 'komatsu-pakistan-soft'],
    predicate: 'legal-name',
    value: 'Komatsu Pakistan Soft',
    note: 'The name as the article has it; its registration has not been found.',
  },
]);

/** What is known of the companies and office holders themselves. */
export const companyAndPersonStatements: StatementFact[] = [...article, ...ownWebsite, ...unsettled];
