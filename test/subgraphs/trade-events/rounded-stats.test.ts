import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PUBLIC, type Viewer } from '../../../kit/viewer.js';
import { tradeEvents } from '../../../subgraphs/trade-events/subgraph.js';
import { openTestSubgraph, type TestSubgraph } from '../../testkit/subgraph.js';

const viewer = (role: Viewer['role'], company: string | null = null): Viewer => ({
  role,
  subject: 'test',
  company,
  expiresAt: null,
});
const ADMIN = viewer('ADMIN');
const MINISTRY = viewer('MINISTRY');
const LAHORE = viewer('PARTNER', 'lahore-soft');

const CONTRACTS = [
  { n: 8, event: 'fair', exhibitor: 'lahore-soft', buyer: 'kanda', sector: 'it', state: 'SIGNED' },
  { n: 7, event: 'fair', exhibitor: 'karachi-cloud', buyer: 'kanda', sector: 'it', state: 'SIGNED' },
  { n: 2, event: 'fair', exhibitor: 'karachi-cloud', buyer: 'lahore-soft', sector: 'it', state: 'LOST' },
  { n: 1, event: 'meeting', exhibitor: 'karachi-cloud', buyer: 'osaka', sector: 'care', state: 'LEAD' },
];

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openTestSubgraph(tradeEvents);
  await subgraph.sql(`insert into trade_events.trade_event (slug, kind, starts_on, dates_confidence)
    values ('fair', 'TRADE_FAIR', '2025-04-23', 'CONFIRMED'), ('meeting', 'MEETING', '2025-05-02', 'CONFIRMED')`);
  for (const { n, event, exhibitor, buyer, sector, state } of CONTRACTS) {
    await subgraph.sql(
      `insert into trade_events.contract (reference, event_slug, exhibitor_slug, buyer_slug, sector_code, state, currency,
         reported_value, signed_on, buyer_prefecture, service_category)
       select concat_ws('-', $2::text, $3::text, $4::text, i), $2, $3, $4, $5, $6::text, 'USD', 1000 + i,
         case when $6 = 'SIGNED' then '2025-06-01'::date end, 'JP-13', 'SOFTWARE_DEVELOPMENT'
       from generate_series(1, $1::integer) i`,
      [n, event, exhibitor, buyer, sector, state],
    );
  }
});
afterAll(() => subgraph?.close());

type Row = Record<string, unknown>;
type Answer = { contractStats: Row[] | null };
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

async function ask(who: Viewer, args: string, fields: string) {
  const { data, errors } = await subgraph.query<Answer>(`{ contractStats${args} { ${fields} } }`, {}, who);
  return {
    rows: plain(data?.contractStats ?? null),
    errors: errors?.map(({ extensions }) => [extensions.code, extensions.argument]),
  };
}

describe('contractStats', () => {
  const ALL = 'count rounded reportedValue';
  const sum = String(CONTRACTS.reduce((total, { n }) => total + n * 1000 + (n * (n + 1)) / 2, 0));

  test.each([ADMIN, MINISTRY])('are exact for $role', async (who) => {
    const { rows } = await ask(who, '(filter: { currency: { eq: "USD" } })', ALL);
    expect(rows).toEqual([{ count: 18, rounded: false, reportedValue: sum }]);
    const { errors } = await ask(
      who,
      '(filter: { not: { buyer: { eq: "kanda" } } }, groupBy: [EXHIBITOR, BUYER])',
      ALL,
    );
    expect(errors).toBeUndefined();
  });

  test('are closed to the public', async () => {
    expect(await ask(PUBLIC, '', 'count')).toEqual({ rows: null, errors: [['UNAUTHENTICATED', undefined]] });
  });

  test('are rounded for a partner, without any sum', async () => {
    const { rows } = await ask(LAHORE, '(groupBy: [CURRENCY])', `currency ${ALL} evidencedValue realisedValue`);
    expect(rows).toEqual([
      {
        currency: 'USD',
        count: 20,
        rounded: true,
        reportedValue: null,
        evidencedValue: null,
        realisedValue: null,
      },
    ]);
  });

  test('leave small groups out', async () => {
    const args = '(groupBy: [STATE, EVENT, SECTOR, BUYER_PREFECTURE, SIGNED_YEAR, SIGNED_MONTH])';
    const { rows } = await ask(
      LAHORE,
      args,
      'state event { slug } sector { code } buyerPrefecture signedYear signedMonth count',
    );
    expect(rows).toEqual([
      {
        state: 'SIGNED',
        event: { slug: 'fair' },
        sector: { code: 'it' },
        buyerPrefecture: 'JP-13',
        signedYear: 2025,
        signedMonth: '2025-06',
        count: 15,
      },
    ]);
  });

  test('of a list are the sum of the rounded counts of its values', async () => {
    const { rows } = await ask(LAHORE, '(filter: { state: { in: [SIGNED, LOST, LEAD] } })', 'count');
    expect(rows).toEqual([{ count: 15 }]);
    const month = '(filter: { signedOn: { gte: "2025-06-01", lte: "2025-06-30" } })';
    expect((await ask(LAHORE, month, 'count')).rows).toEqual([{ count: 15 }]);
  });

  test.each([
    ['filter: { exhibitor: { eq: "karachi-cloud" } }', 'filter.exhibitor'],
    ['filter: { buyer: { in: ["lahore-soft", "kanda"] } }', 'filter.buyer'],
    ['filter: { reportedValue: { gt: "1000" } }', 'filter.reportedValue'],
    ['filter: { or: [{ exhibitor: { eq: "lahore-soft" } }] }', 'filter.or'],
    ['filter: { not: { exhibitor: { eq: "lahore-soft" } } }', 'filter.not'],
    ['filter: { hasEvidence: { eq: true } }', 'filter.hasEvidence'],
    ['groupBy: [EXHIBITOR]', 'groupBy'],
    ['groupBy: [STATE, BUYER]', 'groupBy'],
  ])('of others are refused to a partner with %s', async (args, argument) => {
    expect(await ask(LAHORE, `(${args})`, 'count')).toEqual({ rows: null, errors: [['FORBIDDEN', argument]] });
  });

  test.each([
    ['exhibitor: { eq: "lahore-soft" }', 8],
    ['and: [{ exhibitor: { in: ["lahore-soft"] } }]', 8],
    ['buyer: { eq: "lahore-soft" }', 2],
  ])('are exact for the own company with %s', async (filter, count) => {
    const args = `(filter: { currency: { eq: "USD" }, ${filter} }, groupBy: [EXHIBITOR])`;
    const { rows } = await ask(LAHORE, args, ALL);
    expect(rows).toEqual([{ count, rounded: false, reportedValue: expect.any(String) }]);
  });

  test('of several companies are exact for the own one alone', async () => {
    const entities = ['lahore-soft', 'karachi-cloud', 'osaka'].map((slug) => ({ __typename: 'Company', slug }));
    const query = (fields: string) =>
      subgraph.query(
        `query ($entities: [_Any!]!) { _entities(representations: $entities) { ... on Company { ${fields} } } }`,
        { entities },
        LAHORE,
      );
    const { data, statements } = await query('contractStats { count rounded }');
    expect(plain(data)).toEqual({
      _entities: [
        { contractStats: [{ count: 10, rounded: false }] },
        { contractStats: [{ count: 10, rounded: true }] },
        { contractStats: [] },
      ],
    });
    expect(statements).toHaveLength(2);
    const byBuyer = await query('contractStats(role: EXHIBITOR, groupBy: [BUYER]) { count }');
    expect(plain(byBuyer.data)).toEqual({
      _entities: [{ contractStats: [{ count: 8 }] }, { contractStats: null }, { contractStats: null }],
    });
  });

  test('of events and sectors are rounded', async () => {
    const { data } = await subgraph.query(
      `query ($entities: [_Any!]!) {
        tradeEvent(slug: "fair") { contractStats { count } }
        _entities(representations: $entities) { ... on Sector { contractStats { count } } } }`,
      { entities: ['it', 'care'].map((code) => ({ __typename: 'Sector', code })) },
      LAHORE,
    );
    expect(plain(data)).toEqual({
      tradeEvent: { contractStats: [{ count: 15 }] },
      _entities: [{ contractStats: [{ count: 15 }] }, { contractStats: [] }],
    });
  });
});

describe('exhibitorStats', () => {
  const exhibitors = async (who: Viewer, args = '') => {
    const { data, errors } = await subgraph.query<{ exhibitorStats: Row[] | null }>(
      `{ exhibitorStats${args} { company { slug } } }`,
      {},
      who,
    );
    return errors?.map(({ extensions }) => [extensions.code, extensions.argument]) ?? data?.exhibitorStats?.length;
  };

  test('are open to the ministry and the hub', async () => {
    expect(await exhibitors(ADMIN)).toBe(2);
    expect(await exhibitors(MINISTRY)).toBe(2);
  });

  test('tell a firm of itself alone', async () => {
    const refused = [['FORBIDDEN', 'filter.company']];
    expect(await exhibitors(LAHORE, '(filter: { company: { eq: "lahore-soft" } })')).toBe(1);
    expect(await exhibitors(LAHORE)).toEqual(refused);
    expect(await exhibitors(LAHORE, '(filter: { company: { eq: "karachi-cloud" } })')).toEqual(refused);
    expect(await exhibitors(LAHORE, '(filter: { or: [{ company: { eq: "lahore-soft" } }] })')).toEqual(refused);
    expect(await exhibitors(viewer('PARTNER'), '(filter: { company: { eq: "lahore-soft" } })')).toEqual(refused);
  });

  test('are closed to the public', async () => {
    expect(await exhibitors(PUBLIC)).toEqual([['UNAUTHENTICATED', undefined]]);
  });
});
