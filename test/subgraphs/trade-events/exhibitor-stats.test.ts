import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestSubgraph } from '../../testkit/subgraph.js';
import { openPavilion } from './pavilion.js';

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openPavilion();
});
afterAll(() => subgraph?.close());

interface Answer {
  exhibitorStats: { company: { slug: string }; editions: number; editionsWon: number }[];
}

async function ask(args: string) {
  const { data, errors } = await subgraph.query<Answer>(
    `{ exhibitorStats${args} { company { slug } editions editionsWon firstExhibitedOn lastExhibitedOn } }`,
  );
  expect(errors).toBeUndefined();
  return data?.exhibitorStats;
}

test('who comes back and wins again', async () => {
  expect(await ask('(filter: { editions: { gte: 2 }, editionsWon: { gte: 2 } })')).toEqual([
    {
      company: { slug: 'lahore-soft' },
      editions: 2,
      editionsWon: 2,
      firstExhibitedOn: '2024-04-24',
      lastExhibitedOn: '2025-04-23',
    },
  ]);
});

test('a contract shows that its exhibitor was there, also where no exhibit was loaded', async () => {
  expect(await ask('')).toEqual([
    {
      company: { slug: 'lahore-soft' },
      editions: 2,
      editionsWon: 2,
      firstExhibitedOn: '2024-04-24',
      lastExhibitedOn: '2025-04-23',
    },
    {
      company: { slug: 'karachi-cloud' },
      editions: 2,
      editionsWon: 1,
      firstExhibitedOn: '2024-04-24',
      lastExhibitedOn: '2025-04-23',
    },
    { company: { slug: 'osaka-works' }, editions: 1, editionsWon: 1, firstExhibitedOn: null, lastExhibitedOn: null },
    {
      company: { slug: 'sialkot-embedded' },
      editions: 1,
      editionsWon: 0,
      firstExhibitedOn: '2025-04-23',
      lastExhibitedOn: '2025-04-23',
    },
  ]);
});

test('only some events count where they are named; the answer is sorted and cut as asked', async () => {
  const rows = await ask('(events: ["fair-2025"], orderBy: [{ field: COMPANY, direction: ASC }], first: 2)');
  expect(rows?.map(({ company, editions, editionsWon }) => [company.slug, editions, editionsWon])).toEqual([
    ['karachi-cloud', 1, 0],
    ['lahore-soft', 1, 1],
  ]);
  const { errors } = await subgraph.query('{ exhibitorStats(first: 0) { editions } }');
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'first' });
});
