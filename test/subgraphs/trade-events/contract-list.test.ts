import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { globalId } from '../../../kit/schema/global-id.js';
import type { TestSubgraph } from '../../testkit/subgraph.js';
import { openPavilion } from './pavilion.js';

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openPavilion();
});
afterAll(() => subgraph?.close());

interface Listed {
  contracts: {
    totalCount: number;
    nodes: { reference: string }[];
    pageInfo: { startCursor: string; endCursor: string; hasNextPage: boolean; hasPreviousPage: boolean };
  };
}

const LIST = `query ($filter: ContractFilter, $orderBy: [ContractOrder!], $first: Int, $after: String, $last: Int, $before: String) {
  contracts(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    totalCount nodes { reference } pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
  }
}`;

async function list(variables: Record<string, unknown>): Promise<Listed['contracts']> {
  const { data, errors } = await subgraph.query<Listed>(LIST, variables);
  expect(errors).toBeUndefined();
  return data?.contracts as Listed['contracts'];
}

/** Every reference, page by page, from the front or from the end. */
async function walk(orderBy: object[], backward: boolean): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null = null;
  for (;;) {
    const page: Listed['contracts'] = await list({
      orderBy,
      ...(backward ? { last: 3, before: cursor } : { first: 3, after: cursor }),
    });
    const references = page.nodes.map(({ reference }) => reference);
    found.splice(backward ? 0 : found.length, 0, ...references);
    if (!(backward ? page.pageInfo.hasPreviousPage : page.pageInfo.hasNextPage)) return found;
    cursor = backward ? page.pageInfo.startCursor : page.pageInfo.endCursor;
  }
}

describe('pages', () => {
  test.each([
    ['REPORTED_VALUE', 'reported_value'],
    ['EVIDENCED_VALUE', 'evidenced_value'],
    ['REALISED_VALUE', 'realised_value'],
    ['SIGNED_ON', 'signed_on'],
    ['LEAD_ON', 'lead_on'],
    ['MONTHS_TO_SIGNATURE', 'months_to_signature'],
    ['STATE', 'state'],
    ['REFERENCE', 'reference'],
  ])('by %s visit each contract once, forward and backward, unknown values last', async (field, column) => {
    for (const direction of ['ASC', 'DESC']) {
      const rows = await subgraph.sql<{ reference: string }>(
        `select reference from trade_events.contract order by ${column} ${direction} nulls last, pk ${direction}`,
      );
      const expected = rows.map(({ reference }) => reference);
      expect(expected).toHaveLength(10);
      expect(await walk([{ field, direction }], false)).toEqual(expected);
      expect(await walk([{ field, direction }], true)).toEqual(expected);
    }
  });

  test('by two fields keep the ties of the first in the order of the second', async () => {
    const rows = await subgraph.sql<{ reference: string }>(
      'select reference from trade_events.contract order by reported_value desc nulls last, reference, pk',
    );
    const orderBy = [
      { field: 'REPORTED_VALUE', direction: 'DESC' },
      { field: 'REFERENCE', direction: 'ASC' },
    ];
    expect(await walk(orderBy, false)).toEqual(rows.map(({ reference }) => reference));
    expect(await walk(orderBy, true)).toEqual(rows.map(({ reference }) => reference));
  });
});

describe('filters', () => {
  test.each<[string, object, string]>([
    [
      'state and event',
      { state: { in: ['SIGNED', 'COMPLETED'] }, event: { eq: 'fair-2024' } },
      `state in ('SIGNED', 'COMPLETED') and event_slug = 'fair-2024'`,
    ],
    [
      'the companies',
      { exhibitor: { eq: 'lahore-soft' }, buyer: { eq: 'osaka-works' } },
      `exhibitor_slug = 'lahore-soft' and buyer_slug = 'osaka-works'`,
    ],
    ['an unknown buyer', { buyer: { isNull: true } }, 'buyer_slug is null'],
    [
      'what and where',
      { serviceCategory: { eq: 'CLOUD' }, buyerPrefecture: { eq: 'JP-13' }, sector: { eq: 'it' } },
      `service_category = 'CLOUD' and buyer_prefecture = 'JP-13' and sector_code = 'it'`,
    ],
    [
      'exact amounts',
      { currency: { eq: 'USD' }, reportedValue: { gt: '0.10', lte: '100000.50' } },
      `currency = 'USD' and reported_value > 0.10 and reported_value <= 100000.50`,
    ],
    [
      'the other two values',
      { or: [{ evidencedValue: { gte: '90000' } }, { realisedValue: { eq: '0.05' } }] },
      'evidenced_value >= 90000 or realised_value = 0.05',
    ],
    [
      'days',
      { leadOn: { isNull: false }, signedOn: { gte: '2025-01-01' } },
      `lead_on is not null and signed_on >= '2025-01-01'`,
    ],
    ['evidence', { hasEvidence: { eq: true } }, 'evidence is not null'],
    ['synthetic', { synthetic: { eq: true } }, 'synthetic'],
    ['not, which also takes the unknown', { not: { currency: { eq: 'USD' } } }, `currency is distinct from 'USD'`],
    [
      'and of or',
      {
        and: [{ or: [{ state: { eq: 'LEAD' } }, { state: { eq: 'LOST' } }] }, { not: { event: { eq: 'fair-2025' } } }],
      },
      `state in ('LEAD', 'LOST') and event_slug <> 'fair-2025'`,
    ],
  ])('by %s', async (_, filter, where) => {
    const rows = await subgraph.sql<{ reference: string }>(
      `select reference from trade_events.contract where ${where} order by reference`,
    );
    const { nodes, totalCount } = await list({ filter, orderBy: [{ field: 'REFERENCE' }], first: 100 });
    expect(nodes.map(({ reference }) => reference)).toEqual(rows.map(({ reference }) => reference));
    expect(totalCount).toBe(rows.length);
  });

  test('which leads were signed within 12 months of the event', async () => {
    const { nodes } = await list({
      filter: { leadOn: { isNull: false }, monthsToSignature: { lte: 12 } },
      orderBy: [{ field: 'REFERENCE' }],
    });
    // C/02 on the last day of the twelfth month; C/03 a day later; C/06 without a lead; C/10 at an event without days.
    expect(nodes.map(({ reference }) => reference)).toEqual(['C/01', 'C/02', 'C/07']);
  });
});

test('a contract is found by its reference or its id, by exactly one of them, with its amounts to the digit', async () => {
  const { data } = await subgraph.query(`{
    byReference: contract(reference: "C/08") { id reportedValue { amount currency } evidencedValue { amount } buyer { slug } sector { code } milestones { id } }
    byId: contract(id: "${globalId('Contract', 'C/02')}") {
      reference evidence monthsToSignature signedOn realisedValue { amount } milestones { paid paidOn imported }
    }
    absent: contract(reference: "C/99") { id }
  }`);
  expect(data).toEqual({
    byReference: {
      id: globalId('Contract', 'C/08'),
      reportedValue: { amount: '123456789012345678.99', currency: 'PKR' },
      evidencedValue: null,
      buyer: null,
      sector: null,
      milestones: [],
    },
    byId: {
      reference: 'C/02',
      evidence: 'contract.pdf',
      monthsToSignature: 12,
      signedOn: '2025-04-26',
      realisedValue: { amount: '100000.50' },
      milestones: [{ paid: true, paidOn: null, imported: true }],
    },
    absent: null,
  });
  const { errors } = await subgraph.query('{ contract { id } }');
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'reference' });
});
