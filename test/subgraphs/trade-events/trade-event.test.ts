import { afterAll, beforeAll, expect, test } from 'vitest';
import { globalId } from '../../../kit/schema/global-id.js';
import type { TestSubgraph } from '../../testkit/subgraph.js';
import { load, openPavilion } from './pavilion.js';

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openPavilion();
});
afterAll(() => subgraph?.close());

test('the event page of the issue, as it stands', async () => {
  const { data, errors } = await subgraph.query(
    `query Event($slug: String!) {
      tradeEvent(slug: $slug) {
        slug name startsOn endsOn venue city
        contracts(first: 50, orderBy: [{ field: REPORTED_VALUE, direction: DESC }]) {
          totalCount nodes { reference state exhibitor { slug } reportedValue { amount currency } }
        }
        contractStats(groupBy: [STATE, CURRENCY]) { state currency count reportedValue evidencedValue realisedValue }
      }
    }`,
    { slug: 'fair-2024' },
  );
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    tradeEvent: {
      slug: 'fair-2024',
      name: 'Fair 2024',
      startsOn: '2024-04-24',
      endsOn: '2024-04-26',
      venue: 'Tokyo Big Sight',
      city: 'Tokyo',
      contracts: {
        totalCount: 5,
        nodes: [
          {
            reference: 'C/03',
            reportedValue: { amount: '5000000', currency: 'JPY' },
            exhibitor: { slug: 'karachi-cloud' },
          },
          { reference: 'C/02', reportedValue: { amount: '100000.50', currency: 'USD' } },
          { reference: 'C/01', reportedValue: { amount: '100000.50', currency: 'USD' } },
          { reference: 'C/05', reportedValue: { amount: '70', currency: 'USD' } },
          { reference: 'C/04', reportedValue: null, state: 'LEAD' },
        ],
      },
      contractStats: [
        {
          state: 'COMPLETED',
          currency: 'USD',
          count: 1,
          reportedValue: '100000.50',
          evidencedValue: '100000.50',
          realisedValue: '100000.50',
        },
        {
          state: 'IN_DELIVERY',
          currency: 'JPY',
          count: 1,
          reportedValue: '5000000',
          evidencedValue: null,
          realisedValue: null,
        },
        { state: 'LEAD', currency: null, count: 1, reportedValue: null, evidencedValue: null, realisedValue: null },
        { state: 'LOST', currency: 'USD', count: 1, reportedValue: '70', evidencedValue: null, realisedValue: null },
        {
          state: 'SIGNED',
          currency: 'USD',
          count: 1,
          reportedValue: '100000.50',
          evidencedValue: '90000',
          realisedValue: null,
        },
      ],
    },
  });
});

test('an event is found by its slug or its id, by exactly one of them, and named in the language asked for', async () => {
  const id = globalId('TradeEvent', 'fair-2024');
  const { data } = await subgraph.query(`{
    bySlug: tradeEvent(slug: "fair-2024") { id name(language: JA) }
    byId: tradeEvent(id: "${id}") { slug name(language: UR) datesConfidence }
    noEnglish: tradeEvent(slug: "fair-unknown") { name startsOn }
    absent: tradeEvent(slug: "nowhere") { id }
    ofAnotherType: tradeEvent(id: "${globalId('Company', 'fair-2024')}") { id }
  }`);
  expect(data).toEqual({
    bySlug: { id, name: '見本市 2024' },
    byId: { slug: 'fair-2024', name: 'Fair 2024', datesConfidence: 'REPORTED' },
    noEnglish: { name: '日付のない見本市', startsOn: null },
    absent: null,
    ofAnotherType: null,
  });
  for (const args of ['(slug: "a", id: "b")', '']) {
    const { errors } = await subgraph.query(`{ tradeEvent${args} { id } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'slug' });
  }
});

test('events without days come last, whichever way they are sorted', async () => {
  const slugs = async (direction: string) => {
    const { data } = await subgraph.query<{ tradeEvents: { nodes: { slug: string }[] } }>(
      `{ tradeEvents(orderBy: [{ field: STARTS_ON, direction: ${direction} }]) { nodes { slug } } }`,
    );
    return data?.tradeEvents.nodes.map(({ slug }) => slug);
  };
  expect(await slugs('ASC')).toEqual(['fair-2024', 'fair-2025', 'meeting-2025', 'fair-unknown']);
  expect(await slugs('DESC')).toEqual(['meeting-2025', 'fair-2025', 'fair-2024', 'fair-unknown']);
});

test('the bundled days keep their confidence when a sheet repeats them, and lose it when it changes them', async () => {
  const verified = {
    slug: 'seeded',
    name_en: 'Seeded',
    kind: 'TRADE_FAIR',
    starts_on: '2024-01-01',
    ends_on: '2024-01-02',
  };
  const confidence = async () => {
    const [row] = await subgraph.sql<{ dates_confidence: string; city: string | null }>(
      `select dates_confidence, city from trade_events.trade_event where slug = 'seeded'`,
    );
    return row;
  };
  await load(subgraph, 'events', [verified], { marks: { synthetic: false, confidence: 'VERIFIED' } });
  expect(await confidence()).toEqual({ dates_confidence: 'VERIFIED', city: null });
  await load(subgraph, 'events', [{ ...verified, city: 'Tokyo' }]);
  expect(await confidence()).toEqual({ dates_confidence: 'VERIFIED', city: 'Tokyo' });
  await load(subgraph, 'events', [{ ...verified, city: 'Tokyo', ends_on: '2024-01-03' }]);
  expect(await confidence()).toEqual({ dates_confidence: 'REPORTED', city: 'Tokyo' });
  await subgraph.sql(`delete from trade_events.trade_event where slug = 'seeded'`);
});
