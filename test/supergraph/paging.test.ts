import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHub, type TestHub } from '../testkit/hub.js';
import { recordStatements } from '../testkit/statements.js';

const ROWS = 5_000;

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub('in process');
  await hub.sql(`insert into people.person (reference, synthetic) values ('walker', true)`);
  await insert(1, ROWS, 'EMPLOYED');
  await insert(ROWS + 1, ROWS + 500, 'RETURNED');
});
afterAll(() => hub.close());

/** Placements with many equal days and many unknown ones. */
const insert = (from: number, to: number, state: string) =>
  hub.sql(
    `insert into people.placement (reference, person_pk, sector_code, state, accepting_company, started_on, synthetic)
    select 'W-' || n, (select pk from people.person where reference = 'walker'), 'agriculture', $3, 'employer-' || n % 40,
      case when n % 5 > 0 then date '2025-01-01' + n % 30 end, true
    from generate_series($1::int, $2::int) n`,
    [from, to, state],
  );

interface Page {
  placements: {
    totalCount: number;
    nodes: { reference: string }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
  };
}

const PAGE = `query ($first: Int, $after: String, $last: Int, $before: String, $direction: OrderDirection!) {
  placements(
    filter: { state: { eq: EMPLOYED }, sector: { eq: "agriculture" } }, orderBy: [{ field: STARTED_ON, direction: $direction }]
    first: $first, after: $after, last: $last, before: $before
  ) { totalCount nodes { reference } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
}`;

test.each([
  ['forward', 'ASC'],
  ['forward', 'DESC'],
  ['backward', 'ASC'],
  ['backward', 'DESC'],
])('walking %s, %s, visits each of 5,000 rows once while rows are being inserted', async (way, direction) => {
  const before = await hub.sql<{ reference: string }>(`select reference from people.placement where state = 'EMPLOYED'
    order by started_on ${direction} nulls last, pk ${direction}`);
  const seen: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; ; page += 1) {
    const window = way === 'forward' ? { first: 100, after: cursor } : { last: 100, before: cursor };
    const { placements } = await hub.client.request<Page>(PAGE, { ...window, direction });
    const references = placements.nodes.map(({ reference }) => reference);
    if (way === 'forward') seen.push(...references);
    else seen.unshift(...references);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = placements.pageInfo;
    cursor = way === 'forward' ? endCursor : startCursor;
    if (page % 10 === 3) await insert(100_000 + page, 100_002 + page, 'EMPLOYED');
    if (!(way === 'forward' ? hasNextPage : hasPreviousPage)) break;
  }
  const old = new Set(before.map(({ reference }) => reference));
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.filter((reference) => old.has(reference))).toEqual(before.map(({ reference }) => reference));
  await hub.sql(`delete from people.placement where reference like 'W-1000__'`);
});

test('the number of SQL statements does not grow with the number of parents, across all subgraphs', async () => {
  const nested = `query ($first: Int!) {
    placements(first: $first, orderBy: [{ field: REFERENCE }]) { totalCount nodes {
      reference person { name placements(first: 2) { totalCount nodes { reference } } }
      sector { name companies(first: 2) { nodes { slug } } contracts(first: 1) { totalCount } }
      acceptingCompany { slug name placements(first: 3) { nodes { reference } } placementStats(groupBy: [STATE]) { state count } contracts(first: 2) { totalCount } }
    } }
  }`;
  await hub.client.request(nested, { first: 1 });
  const few = await recordStatements(() => hub.client.request(nested, { first: 2 }));
  const many = await recordStatements(() => hub.client.request(nested, { first: 100 }));
  expect(few.statements.length).toBeGreaterThan(5);
  // The size of a page stands in the text, so that it is planned for.
  const shapes = (statements: string[]) => new Set(statements.map((text) => text.replaceAll(/limit \d+/g, 'limit n')));
  expect(shapes(many.statements)).toEqual(shapes(few.statements));
  expect(many.statements.length).toBe(few.statements.length);
});

test('what refers to a company that nobody knows is null where the rest of it cannot be had, and no error', async () => {
  const { placement } = await hub.client.request<{ placement: object }>(
    '{ placement(reference: "W-1") { reference acceptingCompany { slug kinds } bySlug: acceptingCompany { slug name } } }',
  );
  expect(placement).toEqual({ reference: 'W-1', acceptingCompany: null, bySlug: { slug: 'employer-1', name: null } });
});

test('a list reads the columns that the question needs, and no others', async () => {
  const asked = `{ placements(first: 2) {
    ...Rows edges { cursor node { prefecture } } pageInfo { endCursor }
  } } fragment Rows on PlacementConnection { nodes { id state person { reference } } }`;
  const { result, statements } = await recordStatements(() =>
    hub.client.request<{ placements: { nodes: { id: string; state: string; person: object }[] } }>(asked),
  );
  const list = statements.find((text) => text.includes('"people"."placement" r'));
  const columnsOf = (table: string) =>
    new Set([...(list ?? '').matchAll(new RegExp(`"${table}"\\."(\\w+)" as`, 'g'))].map(([, column]) => column));
  expect(columnsOf('r')).toEqual(new Set(['pk', 'reference', 'state', 'prefecture']));
  expect(columnsOf('person')).toEqual(new Set(['pk', 'reference']));
  expect(result.placements.nodes[0]).toMatchObject({ state: 'RETURNED', person: { reference: 'walker' } });
});

interface Around {
  nodes: object[];
  edges: object[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

const AROUND =
  '{ totalCount nodes { __typename } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }';
const NONE = {
  nodes: [],
  edges: [],
  pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
};

test.each([
  'companies',
  'agreements',
  'people',
  'candidates',
  'placements',
  'tradeEvents',
  'contracts',
  'statements',
])('of %s a page of no rows tells whether there are any', async (list) => {
  const { rest, none, last } = await hub.client.request<Record<string, Around>>(
    `{ rest: ${list} { totalCount } none: ${list}(first: 0) ${AROUND} last: ${list}(last: 0) ${AROUND} }`,
  );
  const isAny = (rest?.totalCount ?? 0) > 0;
  expect(none).toMatchObject({ ...NONE, pageInfo: { ...NONE.pageInfo, hasNextPage: isAny } });
  expect(last).toMatchObject({ ...NONE, pageInfo: { ...NONE.pageInfo, hasNextPage: false, hasPreviousPage: isAny } });
});

test('so it does below another row', async () => {
  const { placement } = await hub.client.request<{ placement: { person: { placements: Around } } }>(
    `{ placement(reference: "W-1") { person { placements(first: 0) ${AROUND} } } }`,
  );
  expect(placement.person.placements).toMatchObject(NONE);
});

test('whether rows lie beyond a cursor is true, and looked up only where it is asked', async () => {
  const page = (selection: string) => `query ($after: String) {
    placements(filter: { sector: { eq: "agriculture" } }, orderBy: [{ field: REFERENCE }], first: 2, after: $after) {
      nodes { reference } pageInfo { ${selection} }
    }
  }`;
  const ask = (selection: string, after?: string) =>
    recordStatements(() => hub.client.request<Page>(page(selection), { after }));
  const first = await ask('hasPreviousPage hasNextPage startCursor endCursor');
  const { pageInfo } = first.result.placements;
  expect(pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true });
  const plain = await ask('hasNextPage endCursor', pageInfo.startCursor);
  const asked = await ask('hasPreviousPage hasNextPage', pageInfo.startCursor);
  expect(asked.result.placements.pageInfo).toEqual({ hasPreviousPage: true, hasNextPage: true });
  expect(plain.statements.length).toBe(first.statements.length);
  expect(asked.statements.length).toBe(first.statements.length + 1);

  const [gone] = first.result.placements.nodes;
  await hub.sql('delete from people.placement where reference = $1', [gone?.reference]);
  const later = await ask('hasPreviousPage hasNextPage', pageInfo.startCursor);
  expect(later.result.placements.pageInfo).toEqual({ hasPreviousPage: false, hasNextPage: true });
});
