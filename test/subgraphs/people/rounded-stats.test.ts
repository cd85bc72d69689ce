import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { migrate } from '../../../kit/database/migrate.js';
import { databaseOf } from '../../../kit/subgraph.js';
import { PUBLIC, type Viewer } from '../../../kit/viewer.js';
import { people } from '../../../subgraphs/people/subgraph.js';
import { openTestSubgraph, type TestSubgraph } from '../../testkit/subgraph.js';

const viewer = (role: Viewer['role'], company: string | null = null): Viewer => ({
  role,
  subject: 'test',
  company,
  expiresAt: null,
});
const MINISTRY = viewer('MINISTRY');
const INDUS = viewer('PARTNER', 'indus');
const NOT_THE_HUB: [string, Viewer][] = [
  ['the public', PUBLIC],
  ['the ministry', MINISTRY],
  ['a partner', INDUS],
];

/** Which placements there are: sector `s<n>` has n of them, and `wide` is what the rest is asked about. */
const PLACEMENTS = [
  ...Array.from({ length: 13 }, (_, n) => ({ n, sector: `s${n}`, prefecture: 'JP-01' })),
  { n: 12, sector: 'wide', prefecture: 'JP-13', sending: 'indus', accepting: 'sakura' },
  { n: 7, sector: 'wide', prefecture: 'JP-23', sending: 'khyber', accepting: 'sakura' },
  { n: 1, sector: 'wide', prefecture: 'JP-27', sending: 'khyber', accepting: 'momiji' },
];
const TOTAL = 78 + 20;

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openTestSubgraph(people);
  await subgraph.sql(`insert into people.person (reference) select 'R-' || n from generate_series(1, ${TOTAL}) n`);
  let last = 0;
  for (const { n, sector, prefecture, ...companies } of PLACEMENTS) {
    const { sending = null, accepting = null } = companies as { sending?: string; accepting?: string };
    await subgraph.sql(
      `insert into people.placement (reference, person_pk, sector_code, prefecture, sending_company, accepting_company,
         state, status_of_residence, started_on, ended_on, salary_jpy_month, registered_on, passed)
       select 'P-' || pk, pk, $3, $4, $5, $6, case when pk % 3 = 0 then 'RETURNED' else 'EMPLOYED' end, 'SSW1',
         '2025-04-01', case when pk % 3 = 0 then '2025-06-01'::date end, 200000 + pk, '2024-12-01', 4096 + 1
       from people.person where reference in (select 'R-' || m from generate_series($1::integer, $2::integer) m)`,
      [last + 1, last + n, sector, prefecture, sending, accepting],
    );
    last += n;
  }
  await subgraph.sql(
    `insert into people.placement_event (placement_pk, position, state, occurred_on, days, recorded_by)
     select pk, 1, 'REGISTERED', '2024-12-01', 100 + pk % 2, 'test' from people.placement`,
  );
});
afterAll(() => subgraph?.close());

type Row = Record<string, unknown>;

async function stats(who: Viewer, args: string, fields: string): Promise<Row[]> {
  const { data, errors } = await subgraph.query<{ placementStats: Row[] }>(
    `{ placementStats${args} { ${fields} } }`,
    {},
    who,
  );
  expect(errors).toBeUndefined();
  return data?.placementStats.map((row) => ({ ...row })) ?? [];
}

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;
const codeAndArgument = (errors: readonly { extensions: Record<string, unknown> }[] | undefined) =>
  errors?.map(({ extensions }) => [extensions.code, extensions.argument]);

describe('a count', () => {
  test.each([
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
  ])('of %i is told to the nearest five, and of 0 not at all', async (n) => {
    const rounded = Math.round(n / 5) * 5;
    expect(await stats(PUBLIC, `(filter: { sector: { eq: "s${n}" } })`, 'count started rounded')).toEqual(
      rounded ? [{ count: rounded, started: rounded, rounded: true }] : [],
    );
  });

  test('leaves small groups out, and sorts the others by what is told', async () => {
    const args = '(groupBy: [SECTOR, REGISTERED_YEAR])';
    const told = await stats(PUBLIC, args, 'sector { code } registeredYear count');
    expect(told.map(({ count, registeredYear, sector }) => [(sector as Row).code, registeredYear, count])).toEqual([
      ['wide', 2024, 20],
      ['s10', 2024, 10],
      ['s11', 2024, 10],
      ['s12', 2024, 10],
      ['s8', 2024, 10],
      ['s9', 2024, 10],
      ['s3', 2024, 5],
      ['s4', 2024, 5],
      ['s5', 2024, 5],
      ['s6', 2024, 5],
      ['s7', 2024, 5],
    ]);
    expect(await stats(PUBLIC, '(groupBy: [SECTOR], orderBy: [{ field: COUNT }], first: 1)', 'count')).toEqual([
      { count: 5 },
    ]);
  });

  test('of a list is the sum of what each of its values is told to have', async () => {
    const count = async (...sectors: string[]) =>
      (await stats(PUBLIC, `(filter: { sector: { in: ${JSON.stringify(sectors)} } })`, 'count'))[0]?.count ?? 0;
    expect(await count('s1', 's2')).toBe(0);
    expect(await count('s12', 's2')).toBe(10);
    expect(await count('s12', 's2', 's1')).toBe(10);
    expect(await count('s7', 's7', 's7')).toBe(5);
    expect(await count('s7', 's6', 's12')).toBe(20);
    expect(await count()).toBe(0);
  });

  test('of a list is told apart where groupBy does so', async () => {
    const args = '(filter: { sector: { in: ["s7", "s2", "s12"] } }, groupBy: [SECTOR])';
    expect(plain(await stats(PUBLIC, args, 'sector { code } count medianSalaryJpyMonth'))).toEqual([
      { sector: { code: 's12' }, count: 10, medianSalaryJpyMonth: expect.any(Number) },
      { sector: { code: 's7' }, count: 5, medianSalaryJpyMonth: null },
    ]);
  });

  test('of a whole year or month is told', async () => {
    const count = async (from: string, until: string) =>
      await stats(PUBLIC, `(filter: { startedOn: { gte: "${from}", lt: "${until}" } })`, 'count');
    expect(await count('2025-01-01', '2026-01-01')).toEqual([{ count: 100 }]);
    expect(await count('2025-04-01', '2025-05-01')).toEqual([{ count: 100 }]);
    expect(await count('2025-05-01', '2025-06-01')).toEqual([]);
  });

  test('told with another differs from it by a multiple of five, whatever one person adds', async () => {
    const of = async (who: Viewer) =>
      (await stats(who, '(filter: { sector: { eq: "wide" } })', 'count'))[0]?.count as number;
    const parts = await stats(
      PUBLIC,
      '(filter: { sector: { eq: "wide" } }, groupBy: [PREFECTURE])',
      'prefecture count',
    );
    expect(parts).toEqual([
      { prefecture: 'JP-13', count: 10 },
      { prefecture: 'JP-23', count: 5 },
    ]);
    expect(await of(PUBLIC)).toBe(20);
    expect(await of(viewer('ADMIN'))).toBe(20);
  });
});

describe('fewer than eight people', () => {
  const FIELDS =
    'leftEarly leftEarlyShare medianSalaryJpyMonth stages { state entered advanced conversion medianDays }';

  test('have no share and no median', async () => {
    expect(plain(await stats(PUBLIC, '(filter: { sector: { eq: "s7" } })', FIELDS))).toEqual([
      {
        leftEarly: 0,
        leftEarlyShare: null,
        medianSalaryJpyMonth: null,
        stages: [
          { state: 'REGISTERED', entered: 5, advanced: 5, conversion: null, medianDays: null },
          { state: 'EMPLOYED', entered: 5, advanced: 0, conversion: null, medianDays: null },
        ],
      },
    ]);
  });

  test('are what eight are not', async () => {
    expect(plain(await stats(PUBLIC, '(filter: { sector: { eq: "s8" } })', FIELDS))).toEqual([
      {
        leftEarly: 5,
        leftEarlyShare: 0.5,
        medianSalaryJpyMonth: 200032.5,
        stages: [
          { state: 'REGISTERED', entered: 10, advanced: 10, conversion: 1, medianDays: 100.5 },
          { state: 'EMPLOYED', entered: 10, advanced: 0, conversion: 0, medianDays: null },
        ],
      },
    ]);
  });

  test('are one person, however many placements that person has', async () => {
    await subgraph.sql(
      `update people.placement set person_pk = (select min(pk) from people.person) where sector_code = 's9'`,
    );
    const fields = 'count medianSalaryJpyMonth stages { medianDays }';
    expect(plain(await stats(PUBLIC, '(filter: { sector: { eq: "s9" } })', fields))).toEqual([
      { count: 10, medianSalaryJpyMonth: null, stages: [{ medianDays: null }, { medianDays: null }] },
    ]);
  });

  test('cannot be told from medians and shares of lists', async () => {
    const fields = 'count leftEarlyShare medianSalaryJpyMonth';
    expect(await stats(PUBLIC, '(filter: { sector: { in: ["s12", "s1"] } })', fields)).toEqual([
      { count: 10, leftEarlyShare: 0.5, medianSalaryJpyMonth: null },
    ]);
    expect(await stats(PUBLIC, '(filter: { sector: { in: ["s6", "s7"] } })', fields)).toEqual([
      { count: 10, leftEarlyShare: null, medianSalaryJpyMonth: null },
    ]);
  });
});

describe.each(NOT_THE_HUB)('to %s', (_, who) => {
  const code = who.role === 'PUBLIC' ? 'UNAUTHENTICATED' : 'FORBIDDEN';

  test.each([
    ['filter: { acceptingCompany: { eq: "sakura" } }', 'filter.acceptingCompany'],
    ['filter: { sendingCompany: { in: ["indus", "khyber"] } }', 'filter.sendingCompany'],
    ['filter: { or: [{ sendingCompany: { eq: "indus" } }] }', 'filter.or'],
    ['filter: { not: { sendingCompany: { eq: "indus" } } }', 'filter.not'],
    ['filter: { and: [{ salaryJpyMonth: { gt: 200000 } }] }', 'filter.and.0.salaryJpyMonth'],
    ['filter: { state: { notIn: [EMPLOYED] } }', 'filter.state.notIn'],
    ['filter: { prefecture: { isNull: true } }', 'filter.prefecture.isNull'],
    ['filter: { startedOn: { gte: "2025-04-01", lt: "2025-04-02" } }', 'filter.startedOn'],
    ['groupBy: [SENDING_COMPANY]', 'groupBy'],
    ['groupBy: [STATE, ACCEPTING_COMPANY]', 'groupBy'],
    ['groupBy: [SUPPORT_COMPANY]', 'groupBy'],
  ])('%s is refused', async (args, argument) => {
    const { data, errors } = await subgraph.query(`{ placementStats(${args}) { count } }`, {}, who);
    expect(data).toEqual({ placementStats: null });
    expect(codeAndArgument(errors)).toEqual([[code, argument]]);
    expect(errors?.[0]?.message).toContain('selects your own company');
  });

  test('what is wrong for everybody is told as such', async () => {
    const { errors } = await subgraph.query('{ placementStats(first: 0) { count } }', {}, who);
    expect(codeAndArgument(errors)).toEqual([['BAD_USER_INPUT', 'first']]);
  });
});

const EXACT = 'count rounded acceptingCompany { slug }';

describe('the own company', () => {
  test.each([
    'sendingCompany: { eq: "indus" }',
    'sendingCompany: { in: ["indus"] }',
    'and: [{ state: { isNull: false } }, { and: [{ sendingCompany: { eq: "indus" } }] }]',
    'sendingCompany: { eq: "indus" }, or: [{ salaryJpyMonth: { gt: 0 } }]',
  ])('is told exactly where the filter has %s', async (filter) => {
    const args = `(filter: { ${filter} }, groupBy: [ACCEPTING_COMPANY])`;
    expect(plain(await stats(INDUS, args, EXACT))).toEqual([
      { count: 12, rounded: false, acceptingCompany: { slug: 'sakura' } },
    ]);
  });

  const COMPANIES = `query ($slugs: [_Any!]!, $role: PlacementRole) {
    _entities(representations: $slugs) { ... on Company { placementStats(role: $role) { count rounded } } } }`;
  const slugs = ['indus', 'khyber', 'momiji', 'nobody'].map((slug) => ({ __typename: 'Company', slug }));

  test('is told exactly beside others that are rounded, in a statement for each kind', async () => {
    const { data, statements } = await subgraph.query(COMPANIES, { slugs }, INDUS);
    expect(plain(data)).toEqual({
      _entities: [
        { placementStats: [{ count: 12, rounded: false }] },
        { placementStats: [{ count: 10, rounded: true }] },
        { placementStats: [] },
        { placementStats: [] },
      ],
    });
    expect(statements).toHaveLength(2);
  });

  test('is told rounded to others, in each of its parts', async () => {
    const { data } = await subgraph.query(COMPANIES, { slugs: slugs.slice(0, 2), role: 'SENDING' }, MINISTRY);
    expect(plain(data)).toEqual({
      _entities: [
        { placementStats: [{ count: 10, rounded: true }] },
        { placementStats: [{ count: 10, rounded: true }] },
      ],
    });
    const accepted = await subgraph.query(COMPANIES, { slugs: slugs.slice(0, 1), role: 'ACCEPTING' }, PUBLIC);
    expect(plain(accepted.data)).toEqual({ _entities: [{ placementStats: [] }] });
  });

  test('does not open finer groups of others', async () => {
    const { data, errors } = await subgraph.query(
      `query ($slugs: [_Any!]!) { _entities(representations: $slugs) {
        ... on Company { placementStats(groupBy: [ACCEPTING_COMPANY]) { count } } } }`,
      { slugs: slugs.slice(0, 2) },
      INDUS,
    );
    expect(plain(data)).toEqual({ _entities: [{ placementStats: [{ count: 12 }] }, { placementStats: null }] });
    expect(codeAndArgument(errors)).toEqual([['FORBIDDEN', 'groupBy']]);
  });
});

test('a sector is told rounded, and so is what it uses of its ceiling', async () => {
  const ask = async (who: Viewer) => {
    const { data, errors } = await subgraph.query(
      `query ($codes: [_Any!]!) { _entities(representations: $codes) {
        ... on Sector { placementStats { count } ceilingUse { employed rounded } } } }`,
      { codes: ['s12', 's4', 's2'].map((code) => ({ __typename: 'Sector', code, ceilings: [] })) },
      who,
    );
    expect(errors).toBeUndefined();
    return plain(data);
  };
  expect(await ask(PUBLIC)).toEqual({
    _entities: [
      { placementStats: [{ count: 10 }], ceilingUse: { employed: 10, rounded: true } },
      { placementStats: [{ count: 5 }], ceilingUse: { employed: 5, rounded: true } },
      { placementStats: [], ceilingUse: { employed: 0, rounded: true } },
    ],
  });
  expect(await ask(viewer('ADMIN'))).toEqual({
    _entities: [
      { placementStats: [{ count: 12 }], ceilingUse: { employed: 8, rounded: false } },
      { placementStats: [{ count: 4 }], ceilingUse: { employed: 3, rounded: false } },
      { placementStats: [{ count: 2 }], ceilingUse: { employed: 1, rounded: false } },
    ],
  });
});

describe('the function', () => {
  const call = (parent: string, keys: string[], dimensions: string[], cells: object) =>
    subgraph.sql<{ stats: Row }>('select stats from people.rounded_placement_stats($1, $2, $3, $4, true) as stats', [
      parent,
      keys,
      dimensions,
      JSON.stringify(cells),
    ]);

  test.each<[string, string, string[], object]>([
    ['parent', 'person', [], {}],
    ['dimension', 'all', ['reference'], {}],
    ['cell', 'all', [], { sendingCompany: ['indus'] }],
    ['cell that is SQL', 'all', [], { 'r.state; drop table people.placement': ['x'] }],
  ])('knows no other %s', async (_, parent, dimensions, cells) => {
    await expect(call(parent, [''], dimensions, cells)).rejects.toMatchObject({ code: '22023' });
  });

  test('takes values as values', async () => {
    expect(await call('all', [''], [], { state: [`x'; drop table people.placement; --`, '{"'] })).toEqual([]);
  });

  test('counts nobody twice, however often a parent is named', async () => {
    const rows = await call('sector', ['s1', 's1', 's1', 's1', 's1', 's12', 's12'], [], {});
    expect(rows.map(({ stats: { parentKey, count } }) => [parentKey, count])).toEqual([['s12', 10]]);
  });

  test('belongs to hub_stats, and may be called by the application alone', async () => {
    const [found] = await subgraph.sql(
      `select distinct pg_get_userbyid(proowner) as owner, prosecdef as definer,
         has_function_privilege('public', p.oid, 'execute') as public,
         has_schema_privilege('hub_stats', 'people', 'create') as creates
       from pg_proc p where pronamespace = 'people'::regnamespace and proname like 'rounded%'`,
    );
    expect(found).toEqual({ owner: 'hub_stats', definer: true, public: false, creates: false });
  });

  test('is made anew by the next migration', async () => {
    await subgraph.sql(`revoke select on people.placement from hub_stats`);
    await migrate(databaseOf(people), subgraph.ownerUrl, inject('server').applicationUrl);
    expect(await call('all', [''], [], {})).toHaveLength(1);
  });
});

test('more groups than the hub hands out are refused, and the first few are not', async () => {
  await subgraph.sql(
    `insert into people.placement (reference, person_pk, sector_code, state)
     select concat_ws('-', 'M', s, n), (select min(pk) from people.person), 'many-' || s, 'REGISTERED'
     from generate_series(1, 1001) s, generate_series(1, 3) n`,
  );
  const { errors } = await subgraph.query('{ placementStats(groupBy: [SECTOR]) { count } }', {}, PUBLIC);
  expect(codeAndArgument(errors)).toEqual([['LIMIT_EXCEEDED', 'groupBy']]);
  expect(await stats(PUBLIC, '(groupBy: [SECTOR], first: 1000)', 'count')).toHaveLength(1000);
});
