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

const slugs = (data: unknown) =>
  (data as { companies: { nodes: { slug: string }[] } }).companies.nodes.map(({ slug }) => slug);
const find = async (filter: object) => {
  const { data, errors } = await subgraph.query(
    'query ($filter: CompanyFilter) { companies(filter: $filter) { nodes { slug } } }',
    { filter },
  );
  expect(errors).toBeUndefined();
  return slugs(data);
};

describe('company', () => {
  test('is found by slug and by id, and absent ones are null', async () => {
    const { data } = await subgraph.query(
      `query ($id: ID!) {
        bySlug: company(slug: "sakura-care") { id name nameJa: name(language: JA) nameUr: name(language: UR) kinds country prefecture synthetic sectors { code } }
        byId: company(id: $id) { slug name }
        nobody: company(slug: "nobody") { slug }
        nonsense: company(id: "nonsense") { slug }
      }`,
      { id: globalId('Company', 'tomo-support') },
    );
    expect(data).toEqual({
      bySlug: {
        id: globalId('Company', 'sakura-care'),
        name: 'Sakura Care',
        nameJa: 'さくら介護',
        nameUr: 'Sakura Care',
        kinds: ['ACCEPTING'],
        country: 'JP',
        prefecture: 'JP-23',
        synthetic: true,
        sectors: [{ code: 'nursing-care' }],
      },
      byId: { slug: 'tomo-support', name: '友サポート' },
      nobody: null,
      nonsense: null,
    });
  });

  test.each([
    'company { slug }',
    'company(slug: "oec", id: "x") { slug }',
  ])('needs exactly one key: %s', async (field) => {
    const { data, errors } = await subgraph.query(`{ ${field} }`);
    expect(data).toEqual({ company: null });
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'slug' });
  });
});

describe('companies', () => {
  test('filters by each comparison, and by and, or, not', async () => {
    expect(await find({ kinds: { eq: 'SENDING' } })).toEqual(['indus-soft', 'karakoram-manpower']);
    expect(await find({ sector: { in: ['it', 'food-service'] } })).toEqual([
      'hikari-foods',
      'indus-soft',
      'karakoram-manpower',
    ]);
    expect(await find({ name: { contains: 'さくら' } })).toEqual(['sakura-care']);
    expect(await find({ name: { startsWith: 'indus' } })).toEqual(['indus-soft']);
    expect(await find({ name: { contains: '%' } })).toEqual([]);
    expect(await find({ prefecture: { isNull: true } })).toEqual(['indus-soft', 'karakoram-manpower']);
    expect(await find({ not: { prefecture: { eq: 'JP-23' } } })).toHaveLength(4);
    expect(
      await find({
        or: [{ slug: { eq: 'sakura-care' } }, { and: [{ country: { eq: 'PK' } }, { kinds: { eq: 'IT' } }] }],
      }),
    ).toEqual(['indus-soft', 'sakura-care']);
    expect(await find({ or: [] })).toEqual([]);
    expect(await find({ slug: { in: [] } })).toEqual([]);
    expect(await find({ slug: {} })).toHaveLength(5);
  });

  test.each([
    [{ slug: { eq: null } }, 'filter.slug.eq'],
    [{ slug: null }, 'filter.slug'],
    [{ or: [{ not: { name: { contains: null } } }] }, 'filter.or.0.not.name.contains'],
    [{ slug: { in: ['oec', 'a\0b'] } }, 'filter.slug.in'],
  ])('refuses what no row can be compared with, and says where: %j', async (filter, argument) => {
    const { errors } = await subgraph.query(
      'query ($filter: CompanyFilter) { companies(filter: $filter) { totalCount } }',
      { filter },
    );
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument });
  });

  test('computes only what is asked for', async () => {
    expect((await subgraph.query('{ companies { __typename } }')).statements).toHaveLength(0);
    expect((await subgraph.query('{ companies { totalCount } }')).statements).toHaveLength(1);
    expect(
      (await subgraph.query('{ companies { nodes { slug } edges { cursor } pageInfo { endCursor } } }')).statements,
    ).toHaveLength(1);
  });

  test('reads the sectors of many companies in one statement', async () => {
    const { statements, data } = await subgraph.query('{ companies { nodes { slug sectors { code } } } }');
    expect(slugs(data)).toHaveLength(5);
    expect(statements).toHaveLength(2);
  });
});

describe('text', () => {
  const COMPOSED = 'ガーデン・カフェ é';
  const DECOMPOSED = COMPOSED.normalize('NFD');

  test('is the same whether its characters are composed or not, in the sheet and in every comparator', async () => {
    expect(DECOMPOSED).not.toBe(COMPOSED);
    await load(subgraph.ownerUrl, companiesImport, [
      { slug: 'typed-apart', name_en: DECOMPOSED, kinds: 'IT', country: 'JP' },
      { slug: 'typed-together', name_en: COMPOSED, kinds: 'IT', country: 'JP' },
    ]);
    const both = ['typed-apart', 'typed-together'];
    for (const form of ['NFC', 'NFD']) {
      const [text, start, end] = [COMPOSED, COMPOSED.slice(0, 4), COMPOSED.slice(3)].map((part) =>
        part.normalize(form),
      );
      const comparators = [{ eq: text }, { in: ['-', text] }, { contains: end }, { startsWith: start }];
      for (const name of comparators) {
        expect((await find({ name })).sort(), JSON.stringify(name)).toEqual(both);
        expect((await find({ or: [{ not: { not: { name } } }] })).sort(), JSON.stringify(name)).toEqual(both);
      }
    }
  });

  test('of half the width is other text', async () => {
    expect(await find({ name: { contains: 'ｶﾞｰﾃﾞﾝ' } })).toEqual([]);
  });
});
