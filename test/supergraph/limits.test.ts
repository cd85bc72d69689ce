import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MODES, openTestHub, type TestHub } from '../testkit/hub.js';

describe.each(MODES)('%s', (mode) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await openTestHub(mode);
  });
  afterAll(() => hub.close());

  async function ask(query: string, variables: object = {}) {
    const response = await fetch(hub.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${hub.adminToken}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as {
      data?: Record<string, unknown> | null;
      errors?: { message: string; extensions: { code: string; argument?: string } }[];
    };
    return { data, errors: errors?.map(({ message, extensions }) => ({ message, ...extensions })) };
  }

  const tooMany = { code: 'LIMIT_EXCEEDED', argument: 'filter', message: 'filter: must have 500 conditions at most' };
  const or = Array.from({ length: 1_000 }, (_, n) => ({ synthetic: { eq: n % 2 === 0 } }));

  it.each([
    ['companies', 'CompanyFilter', '{ companies(filter: $f) { totalCount } }'],
    ['placements', 'PlacementFilter', '{ placements(filter: $f) { nodes { reference } } }'],
    ['placements of a sector', 'PlacementFilter', '{ sector(code: "it") { placements(filter: $f) { totalCount } } }'],
    ['contracts', 'ContractFilter', '{ contracts(filter: $f) { totalCount } }'],
    ['stats', 'PlacementFilter', '{ placementStats(filter: $f, groupBy: [STATE]) { count } }'],
    ['stats of a sector', 'ContractFilter', '{ sector(code: "it") { contracts(filter: $f) { totalCount } } }'],
  ])('a filter of %s has at most five hundred conditions', async (_, type, selection) => {
    const given = await ask(`query ($f: ${type}!) ${selection}`, { f: { or } });
    expect(given.errors).toEqual([expect.objectContaining(tooMany)]);
    const repeated = selection.replace('$f', `{ or: [${'$f '.repeat(900)}] }`);
    expect((await ask(`query ($f: ${type}!) ${repeated}`, { f: { or } })).errors).toEqual([
      expect.objectContaining(tooMany),
    ]);
    const few = await ask(`query ($f: ${type}!) ${selection}`, { f: { or: or.slice(0, 499) } });
    expect(few.errors).toBeUndefined();
  });

  it('a filter without a value for its variables restricts nothing', async () => {
    const query = `query ($slug: String, $kinds: [CompanyKind!], $country: String, $since: Date) {
      companies(first: 2, filter: { slug: { eq: $slug }, kinds: { in: $kinds } }) { totalCount }
      expected: companies(first: 2, filter: { kinds: { in: $kinds } }) { totalCount }
      sectors(filter: { code: { eq: "it" } }) {
        companies(first: 1, filter: { country: { eq: $country } }) { totalCount }
        expected: companies(first: 1) { totalCount }
        placementStats(filter: { startedOn: { gte: $since } }) { count }
      }
    }`;
    const { data, errors } = await ask(query, { kinds: ['IT'] });
    expect(errors).toBeUndefined();
    expect(data?.companies).toEqual(data?.expected);
    const [sector] = data?.sectors as Record<string, unknown>[];
    expect(sector?.companies).toEqual(sector?.expected);
  });

  it('null for a field of an input that has a default is an error of the argument', async () => {
    const query = 'query ($d: OrderDirection) { companies(orderBy: [{ field: SLUG, direction: $d }]) { totalCount } }';
    expect((await ask(query)).errors).toBeUndefined();
    expect((await ask(query, { d: null })).errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
  });

  it('pages within pages are refused where the answer may be too large, before anything is read', async () => {
    const levels = (count: number): string =>
      count === 0 ? 'name' : `companies(first: 100) { nodes { sectors { ${levels(count - 1)} } } }`;
    const { data, errors } = await ask(`{ sectors { ${levels(4)} } }`);
    expect([data, errors?.length, errors?.[0]?.code]).toEqual([undefined, 1, 'LIMIT_EXCEEDED']);
    expect(errors?.[0]?.message).toMatch(/ceiling is 50,000/);
    expect((await ask(`{ sectors { ${levels(1)} } }`)).errors).toBeUndefined();
  });

  it('nodes are asked for by a hundred ids at most', async () => {
    const { errors } = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: new Array(101).fill('x') });
    expect(errors).toMatchObject([{ code: 'LIMIT_EXCEEDED', argument: 'ids' }]);
  });
});
