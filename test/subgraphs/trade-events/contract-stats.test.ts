import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestSubgraph } from '../../testkit/subgraph.js';
import { openPavilion } from './pavilion.js';

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openPavilion();
});
afterAll(() => subgraph?.close());

interface Stats {
  contractStats: Record<string, unknown>[];
}

async function stats(args: string, fields: string): Promise<Record<string, unknown>[] | undefined> {
  const { data, errors } = await subgraph.query<Stats>(`{ contractStats${args} { ${fields} } }`);
  expect(errors).toBeUndefined();
  return data?.contractStats.map((row) => ({ ...row }));
}

describe('sums', () => {
  test.each<[string, string, string | null]>([
    ['no currency left open', '', null],
    ['one filtered', '(filter: { currency: { eq: "USD" } })', '200141.30'],
    ['one in a list', '(filter: { currency: { in: ["JPY"] } })', '5000000'],
    ['two in a list', '(filter: { currency: { in: ["JPY", "USD"] } })', null],
    [
      'one inside and',
      '(filter: { and: [{ currency: { in: ["JPY", "USD"] } }, { currency: { in: ["USD", "PKR"] } }] })',
      '200141.30',
    ],
    [
      'the same in each alternative',
      '(filter: { or: [{ currency: { eq: "USD" }, state: { eq: LOST } }, { currency: { eq: "USD" }, state: { eq: TERMINATED } }] })',
      '70.10',
    ],
    ['an alternative without one', '(filter: { or: [{ currency: { eq: "USD" } }, { state: { eq: LEAD } }] })', null],
    ['one denied', '(filter: { not: { currency: { eq: "USD" } } })', null],
  ])('with %s', async (_, args, reportedValue) => {
    expect(await stats(args, 'reportedValue')).toEqual([{ reportedValue }]);
  });

  test('are exact for each currency, largest first, and agree with SQL', async () => {
    const rows = await subgraph.sql(
      `select currency, count(*)::integer as count, sum(reported_value) as "reportedValue",
         sum(evidenced_value) as "evidencedValue", sum(realised_value) as "realisedValue"
       from trade_events.contract group by 1 order by 3 desc nulls last`,
    );
    expect(rows).toHaveLength(4);
    const args = '(groupBy: [CURRENCY], orderBy: [{ field: REPORTED_VALUE, direction: DESC }])';
    expect(await stats(args, 'currency count reportedValue evidencedValue realisedValue')).toEqual(rows);
  });
});

test.each([
  ['STATE', 'state', 'state'],
  ['EVENT', 'event { slug }', `json_build_object('slug', event_slug)`],
  ['EXHIBITOR', 'exhibitor { slug }', `json_build_object('slug', exhibitor_slug)`],
  ['BUYER', 'buyer { slug }', `case when buyer_slug is not null then json_build_object('slug', buyer_slug) end`],
  ['BUYER_PREFECTURE', 'buyerPrefecture', 'buyer_prefecture'],
  ['SERVICE_CATEGORY', 'serviceCategory', 'service_category'],
  ['SECTOR', 'sector { code }', `case when sector_code is not null then json_build_object('code', sector_code) end`],
  ['SIGNED_YEAR', 'signedYear', 'extract(year from signed_on)::integer'],
  ['SIGNED_MONTH', 'signedMonth', `left(signed_on::text, 7)`],
])('contracts are grouped by %s', async (dimension, field, expression) => {
  const name = field.split(' ')[0];
  const expected = await subgraph.sql<{ value: unknown; count: number }>(
    `select value, count(*)::integer as count from (select to_jsonb(${expression}) as value from trade_events.contract) c group by 1`,
  );
  const rows = await stats(`(groupBy: [${dimension}])`, `${field} count`);
  const sorted = (list: unknown[] | undefined) => list?.map((row) => JSON.stringify(row)).sort();
  expect(sorted(rows)).toEqual(sorted(expected.map(({ value, count }) => ({ [name as string]: value, count }))));
  expect(rows?.length).toBeGreaterThan(1);
});

test('the groups of many companies come in one statement, in one role or either', async () => {
  const representations = ['lahore-soft', 'karachi-cloud', 'osaka-works'].map((slug) => ({
    __typename: 'Company',
    slug,
  }));
  const { data, statements } = await subgraph.query<{ _entities: { slug: string; contractStats: unknown[] }[] }>(
    `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Company {
        won: contractStats(role: EXHIBITOR, filter: { currency: { eq: "USD" } }) { count reportedValue }
        bought: contractStats(role: BUYER) { count }
        either: contractStats { count reportedValue }
      } }
    }`,
    { representations },
  );
  expect(data?._entities).toEqual([
    {
      won: [{ count: 4, reportedValue: '200001.30' }],
      bought: [{ count: 1 }],
      either: [{ count: 5, reportedValue: null }],
    },
    { won: [{ count: 1, reportedValue: '70' }], bought: [{ count: 0 }], either: [{ count: 4, reportedValue: null }] },
    { won: [{ count: 1, reportedValue: '70' }], bought: [{ count: 1 }], either: [{ count: 2, reportedValue: null }] },
  ]);
  expect(statements).toHaveLength(3);
});

test('so do the groups of many sectors', async () => {
  const bySector = (filter: string) =>
    subgraph.query<{ _entities: { contractStats: unknown[] }[] }>(
      `query ($representations: [_Any!]!) {
        _entities(representations: $representations) { ... on Sector { contractStats${filter} { currency count reportedValue } } }
      }`,
      { representations: ['it', 'nursing-care'].map((code) => ({ __typename: 'Sector', code })) },
    );
  const { data, errors, statements } = await bySector('(groupBy: [CURRENCY])');
  const expected = await subgraph.sql(
    `select currency, count(*)::integer as count, sum(reported_value)::text as "reportedValue"
     from trade_events.contract where sector_code = 'it' group by 1`,
  );
  expect(errors).toBeUndefined();
  expect(expected.length).toBeGreaterThan(1);
  expect(data?._entities[0]?.contractStats).toHaveLength(expected.length);
  expect(data?._entities[0]?.contractStats).toEqual(expect.arrayContaining(expected));
  expect(data?._entities[1]?.contractStats).toEqual([]);
  expect(statements).toHaveLength(1);
});
