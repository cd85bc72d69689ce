import type { ImportDefinition } from '../../../kit/import/definition.js';
import type { EntityLookup } from '../../../kit/import/reference.js';
import { type RowSource, rowsOf } from '../../../kit/import/rows.js';
import { type ImportOptions, runImport } from '../../../kit/import/run-import.js';
import { tradeEvents } from '../../../subgraphs/trade-events/subgraph.js';
import { openTestSubgraph, type TestSubgraph } from '../../testkit/subgraph.js';

type Sheet = Record<string, string>[];

const KNOWN = new Set(['lahore-soft', 'karachi-cloud', 'sialkot-embedded', 'kanda-trading', 'osaka-works', 'it']);

/** Stands for the owners of companies and sectors: it knows a handful of keys. */
const lookup: EntityLookup = async (_typeName, keyField, keys) =>
  keys.map((key) => (KNOWN.has(key) ? { [keyField]: key } : null));

/** Loads a sheet as an operator does, and gives the report. */
export function load(
  subgraph: TestSubgraph,
  kind: 'events' | 'exhibits' | 'contracts',
  sheet: Sheet | RowSource,
  options?: Partial<ImportOptions>,
) {
  const definition = tradeEvents.imports.find((one) => one.kind === kind) as ImportDefinition;
  const source = 'batches' in sheet ? sheet : rowsOf(definition, sheet);
  return runImport(definition, source, { databaseUrl: subgraph.ownerUrl, lookup, ...options });
}

/** Two editions of a fair, one fair without days, and a meeting. */
export const EVENTS: Sheet = [
  {
    slug: 'fair-2024',
    name_en: 'Fair 2024',
    name_ja: '見本市 2024',
    kind: 'TRADE_FAIR',
    starts_on: '2024-04-24',
    ends_on: '2024-04-26',
    venue: 'Tokyo Big Sight',
    city: 'Tokyo',
    country: 'JP',
  },
  {
    slug: 'fair-2025',
    name_en: 'Fair 2025',
    kind: 'TRADE_FAIR',
    starts_on: '2025-04-23',
    ends_on: '2025-04-25',
    city: 'Tokyo',
    country: 'JP',
  },
  { slug: 'fair-unknown', name_ja: '日付のない見本市', kind: 'TRADE_FAIR' },
  { slug: 'meeting-2025', name_en: 'Meeting', kind: 'MEETING', starts_on: '2025-05-02', ends_on: '2025-05-02' },
];

export const EXHIBITS: Sheet = [
  { event: 'fair-2024', company: 'lahore-soft', booth: '12-34' },
  { event: 'fair-2025', company: 'lahore-soft', booth: '12-35' },
  { event: 'fair-2024', company: 'karachi-cloud' },
  { event: 'fair-2025', company: 'karachi-cloud', booth: 'A-1' },
  { event: 'fair-2025', company: 'sialkot-embedded' },
];

const signed = { evidence: 'contract.pdf', buyer: 'kanda-trading', buyer_prefecture: 'JP-13', sector: 'it' };

/** Ties, unknown values, three currencies, and every state that a sheet is likely to hold. */
export const CONTRACTS: Sheet = [
  {
    ...signed,
    reference: 'C/01',
    event: 'fair-2024',
    exhibitor: 'lahore-soft',
    service_category: 'CLOUD',
    state: 'SIGNED',
    reported_value: '100000.50',
    currency: 'USD',
    evidenced_value: '90000',
    lead_on: '2024-04-25',
    signed_on: '2024-04-26',
  },
  {
    ...signed,
    reference: 'C/02',
    event: 'fair-2024',
    exhibitor: 'lahore-soft',
    service_category: 'PRODUCT',
    state: 'COMPLETED',
    reported_value: '100000.50',
    currency: 'USD',
    evidenced_value: '100000.50',
    realised_value: '100000.50',
    lead_on: '2024-04-25',
    signed_on: '2025-04-26',
  },
  {
    ...signed,
    reference: 'C/03',
    event: 'fair-2024',
    exhibitor: 'karachi-cloud',
    service_category: 'CLOUD',
    state: 'IN_DELIVERY',
    reported_value: '5000000',
    currency: 'JPY',
    lead_on: '2024-04-26',
    signed_on: '2025-04-27',
  },
  { reference: 'C/04', event: 'fair-2024', exhibitor: 'karachi-cloud', state: 'LEAD', lead_on: '2024-04-26' },
  {
    reference: 'C/05',
    event: 'fair-2024',
    exhibitor: 'karachi-cloud',
    state: 'LOST',
    reported_value: '70',
    currency: 'USD',
  },
  {
    ...signed,
    reference: 'C/06',
    event: 'fair-2025',
    exhibitor: 'lahore-soft',
    service_category: 'AI_DATA',
    state: 'TERMINATED',
    reported_value: '0.10',
    currency: 'USD',
    realised_value: '0.05',
    signed_on: '2025-05-26',
  },
  {
    ...signed,
    reference: 'C/07',
    event: 'fair-2025',
    exhibitor: 'lahore-soft',
    buyer: 'osaka-works',
    buyer_prefecture: 'JP-27',
    state: 'SIGNED',
    reported_value: '0.20',
    currency: 'USD',
    lead_on: '2025-04-24',
    signed_on: '2025-05-25',
  },
  {
    reference: 'C/08',
    event: 'fair-2025',
    exhibitor: 'karachi-cloud',
    state: 'LOI_MOU',
    reported_value: '123456789012345678.99',
    currency: 'PKR',
  },
  { reference: 'C/09', event: 'fair-2025', exhibitor: 'sialkot-embedded', buyer: 'lahore-soft', state: 'LEAD' },
  {
    ...signed,
    reference: 'C/10',
    event: 'fair-unknown',
    exhibitor: 'osaka-works',
    state: 'SIGNED',
    reported_value: '70',
    currency: 'USD',
    lead_on: '2025-01-01',
    signed_on: '2025-01-02',
  },
];

/** The subgraph alone, with a pavilion's sheets loaded. */
export async function openPavilion(): Promise<TestSubgraph> {
  const subgraph = await openTestSubgraph(tradeEvents);
  const reports = [
    await load(subgraph, 'events', EVENTS),
    await load(subgraph, 'exhibits', EXHIBITS),
    await load(subgraph, 'contracts', CONTRACTS),
  ];
  const problems = reports.flatMap((report) => report.problems);
  if (problems.length) throw new Error(JSON.stringify(problems));
  return subgraph;
}
