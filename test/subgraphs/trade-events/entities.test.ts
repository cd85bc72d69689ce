import { afterAll, beforeAll, expect, test } from 'vitest';
import { globalId } from '../../../kit/schema/global-id.js';
import type { TestSubgraph } from '../../testkit/subgraph.js';
import { openPavilion } from './pavilion.js';

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openPavilion();
});
afterAll(() => subgraph?.close());

const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    __typename
    ... on TradeEvent { id slug }
    ... on Exhibit { id booth event { slug } company { slug } }
    ... on Contract { reference milestones { id number imported amount { amount currency } } }
    ... on Milestone { number contract { reference } }
    ... on Company { slug contracts(first: 2) { totalCount } }
    ... on Sector { code contracts { totalCount } }
  }
}`;

test('every type is found by each of its keys, in the order asked for; an unknown key is null in its place', async () => {
  const id = globalId('TradeEvent', 'fair-2024');
  const exhibit = globalId('Exhibit', 'fair-2024/lahore-soft');
  const milestone = globalId('Milestone', 'C/06/0');
  const { data, errors } = await subgraph.query(ENTITIES, {
    representations: [
      { __typename: 'Contract', id: globalId('Contract', 'C/06') },
      { __typename: 'TradeEvent', slug: 'nowhere' },
      { __typename: 'TradeEvent', id },
      { __typename: 'TradeEvent', slug: 'fair-2024' },
      { __typename: 'Exhibit', id: exhibit },
      { __typename: 'Exhibit', id: globalId('Exhibit', 'fair-2024') },
      { __typename: 'Milestone', id: milestone },
      { __typename: 'Milestone', id: globalId('Milestone', 'C/06/1') },
      { __typename: 'Company', slug: 'lahore-soft' },
      { __typename: 'Sector', code: 'it' },
      { __typename: 'Contract', id: globalId('TradeEvent', 'C/06') },
    ],
  });
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    _entities: [
      {
        __typename: 'Contract',
        reference: 'C/06',
        milestones: [{ id: milestone, number: 0, imported: true, amount: { amount: '0.05', currency: 'USD' } }],
      },
      null,
      { __typename: 'TradeEvent', id, slug: 'fair-2024' },
      { __typename: 'TradeEvent', id, slug: 'fair-2024' },
      {
        __typename: 'Exhibit',
        id: exhibit,
        booth: '12-34',
        event: { slug: 'fair-2024' },
        company: { slug: 'lahore-soft' },
      },
      null,
      { __typename: 'Milestone', number: 0, contract: { reference: 'C/06' } },
      null,
      { __typename: 'Company', slug: 'lahore-soft', contracts: { totalCount: 5 } },
      { __typename: 'Sector', code: 'it', contracts: { totalCount: 6 } },
      null,
    ],
  });
});

test('a malformed representation is an error for itself alone', async () => {
  const { data, errors } = await subgraph.query<{ _entities: unknown[] }>(ENTITIES, {
    representations: [
      { __typename: 'TradeEvent', slug: 'fair-2025' },
      { __typename: 'TradeEvent', slug: 7 },
      { __typename: 'Person', id: 'x' },
      { __typename: 'Company', slug: 'osaka-works' },
    ],
  });
  expect(data?._entities.map((row) => row && (row as { __typename: string }).__typename)).toEqual([
    'TradeEvent',
    null,
    null,
    'Company',
  ]);
  expect(errors?.map(({ path, extensions }) => [path, extensions?.code])).toEqual([
    [['_entities', 1], 'BAD_USER_INPUT'],
    [['_entities', 2], 'BAD_USER_INPUT'],
  ]);
});
