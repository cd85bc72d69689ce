import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { globalId } from '../../../kit/schema/global-id.js';
import { companiesImport } from '../../../subgraphs/companies/company/company.import.js';
import { companies } from '../../../subgraphs/companies/subgraph.js';
import { openTestSubgraph, type TestSubgraph } from '../../testkit/subgraph.js';
import { COMPANIES, load } from '../../testkit/world.js';

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openTestSubgraph(companies);
  await load(subgraph.ownerUrl, companiesImport, COMPANIES);
});
afterAll(() => subgraph.close());

const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { __typename ... on Company { slug } ... on Sector { code } }
}`;

describe('_entities', () => {
  test('keeps the order, gives null for unknown keys, and blames malformed representations alone', async () => {
    const representations = [
      { __typename: 'Company', slug: 'tomo-support' },
      { __typename: 'Company', slug: 'nobody' },
      { __typename: 'Company' },
      { __typename: 'Company', slug: 7 },
      { __typename: 'Nothing', id: 'x' },
      { slug: 'sakura-care' },
      null,
      'sakura-care',
      { __typename: 'Company', id: globalId('Company', 'indus-soft') },
      { __typename: 'Company', id: 'nonsense' },
      { __typename: 'Company', id: globalId('Person', 'indus-soft') },
      { __typename: 'Sector', code: 'it' },
      { __typename: 'Company', slug: 'tomo-support' },
    ];
    // A null among the representations is refused by the type [_Any!]! before any of them is looked at.
    const { data, errors, statements } = await subgraph.query(ENTITIES, {
      representations: representations.filter((representation) => representation !== null),
    });
    expect(data?._entities).toEqual([
      { __typename: 'Company', slug: 'tomo-support' },
      null,
      null,
      null,
      null,
      null,
      null,
      { __typename: 'Company', slug: 'indus-soft' },
      null,
      null,
      { __typename: 'Sector', code: 'it' },
      { __typename: 'Company', slug: 'tomo-support' },
    ]);
    expect(errors?.map(({ path, extensions }) => [path, extensions])).toEqual(
      [2, 3, 4, 5, 6].map((index) => [
        ['_entities', index],
        { code: 'BAD_USER_INPUT', argument: `representations.${index}` },
      ]),
    );
    expect(statements).toHaveLength(1);
    expect((await subgraph.query(ENTITIES, { representations })).errors?.[0]?.message).toMatch(/null/);
  });

  test('a key with a NUL, which PostgreSQL refuses, costs its neighbours nothing', async () => {
    const { data, errors } = await subgraph.query(ENTITIES, {
      representations: [
        { __typename: 'Company', slug: 'tomo-support' },
        { __typename: 'Company', slug: 'tomo\0support' },
        { __typename: 'Company', id: globalId('Company', 'tomo\0support') },
        { __typename: 'Company', slug: 'indus-soft' },
      ],
    });
    expect(data?._entities).toMatchObject([{ slug: 'tomo-support' }, null, null, { slug: 'indus-soft' }]);
    expect(errors?.map(({ path, extensions }) => [path, extensions])).toEqual([
      [['_entities', 1], { code: 'BAD_USER_INPUT', argument: 'representations.1' }],
    ]);
  });

  test('a key that no row can have takes nobody else with it', async () => {
    const { data, errors } = await subgraph.query(
      '{ a: company(slug: "a\\u0000b") { slug } b: company(slug: "tomo-support") { slug } }',
    );
    expect([data, errors]).toEqual([{ a: null, b: { slug: 'tomo-support' } }, undefined]);
  });

  test('the SDL is served', async () => {
    const { data } = await subgraph.query<{ _service: { sdl: string } }>('{ _service { sdl } }');
    expect(data?._service.sdl).toContain('type Company implements Node @key(fields: "slug") @key(fields: "id")');
  });
});
