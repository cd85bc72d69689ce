import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestSubgraph } from '../../testkit/subgraph.js';
import { openPavilion } from './pavilion.js';

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openPavilion();
});
afterAll(() => subgraph?.close());

const PAGE = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Company {
    contracts(first: 5) { totalCount nodes { reference state reportedValue { amount currency } event { slug name } milestones { number } } }
    bought: contracts(role: BUYER, first: 1, orderBy: [{ field: REFERENCE }]) { totalCount nodes { reference } }
    exhibits(first: 5) { nodes { booth event { slug startsOn } } }
  } }
}`;

const companies = (...slugs: string[]) => ({ representations: slugs.map((slug) => ({ __typename: 'Company', slug })) });

test('a company has its exhibits, the latest first, and its contracts as exhibitor or buyer', async () => {
  const { data, errors } = await subgraph.query<{ _entities: unknown[] }>(
    PAGE,
    companies('lahore-soft', 'kanda-trading'),
  );
  expect(errors).toBeUndefined();
  expect(data?._entities).toMatchObject([
    {
      contracts: {
        totalCount: 5,
        nodes: [
          { reference: 'C/02', event: { slug: 'fair-2024', name: 'Fair 2024' }, milestones: [{ number: 0 }] },
          { reference: 'C/01', reportedValue: { amount: '100000.50', currency: 'USD' }, milestones: [] },
          { reference: 'C/07' },
          { reference: 'C/06', reportedValue: { amount: '0.10', currency: 'USD' } },
          { reference: 'C/09', reportedValue: null, state: 'LEAD' },
        ],
      },
      bought: { totalCount: 1, nodes: [{ reference: 'C/09' }] },
      exhibits: {
        nodes: [
          { booth: '12-35', event: { slug: 'fair-2025', startsOn: '2025-04-23' } },
          { booth: '12-34', event: { slug: 'fair-2024', startsOn: '2024-04-24' } },
        ],
      },
    },
    {
      contracts: { totalCount: 5 },
      bought: { totalCount: 5, nodes: [{ reference: 'C/01' }] },
      exhibits: { nodes: [] },
    },
  ]);
});

test('the number of statements does not grow with the number of companies', async () => {
  const one = await subgraph.query(PAGE, companies('lahore-soft'));
  const many = await subgraph.query(PAGE, companies('lahore-soft', 'karachi-cloud', 'sialkot-embedded', 'osaka-works'));
  // Pages and counts of both lists of contracts, the page of exhibits, the events, the milestones.
  // The events are asked for by two lists, in two statements where these come back at different moments.
  expect(new Set(one.statements).size).toBe(7);
  expect(new Set(many.statements).size).toBe(7);
  expect(many.statements.length).toBeLessThanOrEqual(8);
});

test('nor with the number of events, whose lists are paged one by one', async () => {
  const document = (first: number) => `{ tradeEvents(first: ${first}) { nodes {
    exhibits(first: 2) { nodes { company { slug } } pageInfo { hasNextPage } }
    contracts(first: 1) { nodes { reference } pageInfo { hasNextPage } }
    contractStats(groupBy: [CURRENCY]) { currency reportedValue }
  } } }`;
  const one = await subgraph.query(document(1));
  const many = await subgraph.query<{
    tradeEvents: { nodes: { exhibits: { nodes: object[]; pageInfo: { hasNextPage: boolean } } }[] };
  }>(document(4));
  expect(
    many.data?.tradeEvents.nodes.map(({ exhibits }) => [exhibits.nodes.length, exhibits.pageInfo.hasNextPage]),
  ).toEqual([
    [0, false],
    [2, true],
    [2, false],
    [0, false],
  ]);
  expect(one.statements).toHaveLength(4);
  expect(many.statements).toHaveLength(4);
});
