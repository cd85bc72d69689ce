import { type StatementFact, statementsWith } from './statement-fact.js';

const MEETING = ['TRADE_EVENT', 'hr-stakeholders-meeting-2025'] as const;
const FAIR = ['TRADE_EVENT', 'japan-it-week-2025-spring'] as const;
const MOC = ['AGREEMENT', 'japan-pakistan-ssw-moc-2019'] as const;

const meeting = statementsWith({ asOf: '2025-05-02', source: 'islamabadpost', confidence: 'REPORTED' } as const, [
  {
    key: 'islamabadpost-meeting-day',
    about: MEETING,
    predicate: 'held-on',
    value: '2025-05-02',
    note: 'A Friday, the weekday that the article of May 2025 gives.',
  },
  {
    key: 'islamabadpost-meeting-venue',
    about: MEETING,
    predicate: 'venue',
    value: 'Residence of the Ambassador of Japan',
  },
  {
    key: 'islamabadpost-meeting-attendance',
    about: MEETING,
    predicate: 'attendance',
    value: '70',
    operator: 'APPROX',
    unit: 'people',
  },
  {
    key: 'islamabadpost-akamatsu-name',
    about: ['PERSON', 'shuichi-akamatsu'],
    predicate: 'name-as-published',
    value: 'Shuichi Akamatsu',
  },
]);

const fair = statementsWith(
  {
    about: FAIR,
    asOf: '2025-04-30',
    source: 'zameen',
    confidence: 'REPORTED',
    note: 'April 2025 in Tokyo; the last day of the month stands for it. Whom the source names as its informant is not on record.',
  } as const,
  [
    { key: 'zameen-firms', predicate: 'firms-with-contracts', value: '15', unit: 'firms' },
    { key: 'zameen-value', predicate: 'contract-value', value: '600000', operator: 'GT', unit: 'USD' },
  ],
);

const agreements = [
  ...statementsWith({ about: MOC, asOf: '2019-12-23', source: 'ppinewsagency', confidence: 'REPORTED' } as const, [
    { key: 'moc-2019-signed-on', predicate: 'signed-on', value: '2019-12-23' },
    { key: 'moc-2019-fields', predicate: 'field-count', value: '14', unit: 'fields' },
  ]),
  ...statementsWith({ source: 'hub-notes', confidence: 'INFERRED' } as const, [
    {
      key: 'mou-2025-signed-on',
      about: ['AGREEMENT', 'plusw-oec-mou-2025'],
      predicate: 'signed-on',
      value: '2025-05-02',
      asOf: '2025-05-02',
      note: 'The article has it renewed at the meeting, and another newspaper dates the meeting.',
    },
  ]),
];

/** What other publications say of the same meeting, fair and agreements. */
export const corroboratingStatements: StatementFact[] = [...meeting, ...fair, ...agreements];
