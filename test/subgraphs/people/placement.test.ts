import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { globalId } from '../../../kit/schema/global-id.js';
import { PUBLIC, type Viewer } from '../../../kit/viewer.js';
import { peopleImport } from '../../../subgraphs/people/person/person.import.js';
import { placementsImport } from '../../../subgraphs/people/placement/placement.import.js';
import { placementEventsImport } from '../../../subgraphs/people/placement/placement-event.import.js';
import { people } from '../../../subgraphs/people/subgraph.js';
import { ADMIN, openTestSubgraph, type TestSubgraph } from '../../testkit/subgraph.js';
import { load, PEOPLE, PLACEMENTS } from '../../testkit/world.js';

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openTestSubgraph(people);
  await load(subgraph.ownerUrl, peopleImport, PEOPLE);
  await load(subgraph.ownerUrl, placementsImport, PLACEMENTS);
});
afterAll(() => subgraph.close());

const MINISTRY: Viewer = { role: 'MINISTRY', subject: 'officer', company: null, expiresAt: null };
const partner = (company: string): Viewer => ({ role: 'PARTNER', subject: 'staff', company, expiresAt: null });

const eventsOf = async (reference: string) => {
  const { data } = await subgraph.query<{
    placement: { state: string; stateSince: string; events: { state: string; occurredOn: string | null }[] };
  }>(
    'query ($reference: String!) { placement(reference: $reference) { state stateSince events { state occurredOn document } } }',
    { reference },
  );
  return data?.placement;
};

describe('placement', () => {
  test('shows the worker, the companies and the sector', async () => {
    const { data } = await subgraph.query(`{ placement(reference: "P-1") {
      id state stateSince startedOn residenceUntil ssw1LimitOn salaryJpyMonth synthetic
      person { reference name nameUr: name(language: UR) candidate { jlpt matched } }
      sendingCompany { slug } acceptingCompany { slug } supportCompany { slug } sector { code }
    } }`);
    expect(data).toEqual({
      placement: {
        id: globalId('Placement', 'P-1'),
        state: 'EMPLOYED',
        stateSince: '2024-12-01',
        startedOn: '2024-12-01',
        residenceUntil: '2026-12-20',
        ssw1LimitOn: '2027-06-01',
        salaryJpyMonth: 190000,
        synthetic: true,
        person: {
          reference: 'KM-3',
          name: 'Dania Shah',
          nameUr: 'Dania Shah',
          candidate: { jlpt: 'N3', matched: true },
        },
        sendingCompany: { slug: 'karakoram-manpower' },
        acceptingCompany: { slug: 'sakura-care' },
        supportCompany: { slug: 'tomo-support' },
        sector: { code: 'nursing-care' },
      },
    });
  });

  test('has a history in which skipped steps have no date', async () => {
    const placement = await eventsOf('P-1');
    expect(placement?.events.map(({ state, occurredOn }) => [state, occurredOn])).toEqual([
      ['REGISTERED', null],
      ['TESTS_PASSED', null],
      ['MATCHED', null],
      ['OFFERED', null],
      ['COE_APPLIED', null],
      ['COE_ISSUED', null],
      ['VISA_APPLIED', null],
      ['VISA_ISSUED', null],
      ['PROTECTOR_CLEARED', null],
      ['DEPARTED', null],
      ['EMPLOYED', '2024-12-01'],
    ]);
  });

  test('a sheet of events fills the history in, and moves the placement on', async () => {
    const sheet = [
      { placement: 'P-2', state: 'REGISTERED', occurred_on: '2025-03-01' },
      { placement: 'P-2', state: 'TESTS_PASSED', occurred_on: '2025-03-15' },
      { placement: 'P-2', state: 'COE_APPLIED', occurred_on: '2026-08-02' },
      { placement: 'P-2', state: 'COE_ISSUED', occurred_on: '2026-10-10', document: 'COE-77' },
    ];
    const first = await load(subgraph.ownerUrl, placementEventsImport, sheet);
    expect(first).toMatchObject({ read: 4, inserted: 3, updated: 1, unchanged: 0 });
    const placement = await eventsOf('P-2');
    expect(placement).toMatchObject({ state: 'COE_ISSUED', stateSince: '2026-10-10' });
    expect(placement?.events.map(({ state, occurredOn }) => [state, occurredOn])).toEqual([
      ['REGISTERED', '2025-03-01'],
      ['TESTS_PASSED', '2025-03-15'],
      ['MATCHED', null],
      ['OFFERED', null],
      ['COE_APPLIED', '2026-08-02'],
      ['COE_ISSUED', '2026-10-10'],
    ]);
    expect(await load(subgraph.ownerUrl, placementEventsImport, sheet)).toMatchObject({
      inserted: 0,
      updated: 0,
      unchanged: 4,
    });
  });

  test('a sheet of events that no legal path holds is refused, with its line', async () => {
    await expect(
      load(subgraph.ownerUrl, placementEventsImport, [
        { placement: 'P-3', state: 'MATCHED', occurred_on: '2025-06-01' },
      ]),
    ).rejects.toThrow(/line 1, column state: "MATCHED" of 2025-06-01 cannot follow RETURNED: that is final/);
  });

  test('the same sheet again changes nothing, a changed row updates, an illegal state is refused', async () => {
    const [first] = PLACEMENTS;
    expect(await load(subgraph.ownerUrl, placementsImport, [first!])).toMatchObject({
      inserted: 0,
      updated: 0,
      unchanged: 1,
    });
    const extended = { ...first!, state: 'EXTENDED', residence_until: '2027-12-20' };
    expect(await load(subgraph.ownerUrl, placementsImport, [extended])).toMatchObject({ updated: 1 });
    expect((await eventsOf('P-1'))?.events.at(-1)).toMatchObject({ state: 'EXTENDED', occurredOn: null });
    await expect(load(subgraph.ownerUrl, placementsImport, [{ ...first!, state: 'DEPARTED' }])).rejects.toThrow(
      /line 1, column state: "DEPARTED" cannot follow EXTENDED, where the placement stands: next can come EXTENDED, CHANGE_PENDING, RETURNED/,
    );
  });
});

test('a sheet that is read again is no news, even where the history has gone on since', async () => {
  const row = { ...PLACEMENTS[0]!, reference: 'P-9' };
  await load(subgraph.ownerUrl, placementsImport, [row]);
  await load(subgraph.ownerUrl, placementEventsImport, [
    { placement: 'P-9', state: 'EXTENDED', occurred_on: '2025-11-01', document: 'residence card' },
  ]);
  expect(await load(subgraph.ownerUrl, placementsImport, [row])).toMatchObject({
    inserted: 0,
    updated: 0,
    unchanged: 1,
  });
  const corrected = { ...row, salary_jpy_month: '195000' };
  expect(await load(subgraph.ownerUrl, placementsImport, [corrected])).toMatchObject({ updated: 1 });
  const placement = await eventsOf('P-9');
  expect(placement).toMatchObject({ state: 'EXTENDED', stateSince: '2025-11-01' });
  expect(placement?.events.slice(-2).map(({ state }) => state)).toEqual(['EMPLOYED', 'EXTENDED']);
  const returned = { ...corrected, state: 'RETURNED', ended_on: '2026-02-01' };
  expect(await load(subgraph.ownerUrl, placementsImport, [returned])).toMatchObject({ updated: 1 });
  expect(await eventsOf('P-9')).toMatchObject({ state: 'RETURNED', stateSince: '2026-02-01' });
  await subgraph.sql(`delete from people.placement where reference = 'P-9'`);
});

test('two sheets at once cannot end a placement in two ways', async () => {
  const row = { ...PLACEMENTS[0]!, reference: 'P-10' };
  await load(subgraph.ownerUrl, placementsImport, [row]);
  const outcomes = await Promise.allSettled([
    load(subgraph.ownerUrl, placementsImport, [{ ...row, state: 'CHANGED_EMPLOYER', ended_on: '2026-01-01' }]),
    load(subgraph.ownerUrl, placementEventsImport, [
      { placement: 'P-10', state: 'RETURNED', occurred_on: '2026-02-01' },
    ]),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const final = (await eventsOf('P-10'))?.events.filter(({ state }) =>
    ['CHANGED_EMPLOYER', 'RETURNED'].includes(state),
  );
  expect(final).toHaveLength(1);
  await subgraph.sql(`delete from people.placement where reference = 'P-10'`);
});

describe('candidates', () => {
  test('who holds N4 or JFT-Basic and the nursing-care skills test and is unmatched', async () => {
    const { data, statements } = await subgraph.query(`{
      candidates(filter: {
        skillsTest: { eq: "nursing-care" }, matched: { eq: false }
        or: [{ jlpt: { in: [N4, N3, N2, N1] } }, { jftBasicOn: { isNull: false } }]
      }) { totalCount nodes { person { name } registeredBy { slug } matched testResults { test level passedOn sector { code } } } }
    }`);
    expect(data).toEqual({
      candidates: {
        totalCount: 1,
        nodes: [
          {
            person: { name: 'Amina Gul' },
            registeredBy: { slug: 'karakoram-manpower' },
            matched: false,
            testResults: [
              { test: 'JLPT', level: 'N4', passedOn: null, sector: null },
              { test: 'SKILLS', level: null, passedOn: '2025-01-20', sector: { code: 'nursing-care' } },
            ],
          },
        ],
      },
    });
    expect(statements).toHaveLength(5);
  });
});

describe('person', () => {
  const PERSON = `query ($id: ID!) {
    person(id: $id) { name nationality passportNumber cnic phone email dateOfBirth accessLog { totalCount } }
  }`;
  const dania = { id: globalId('Person', 'KM-3') };
  const open = { name: 'Dania Shah', nationality: 'PK' };
  const inFull = {
    ...open,
    passportNumber: 'CD7654321',
    cnic: '42101-7654321-8',
    phone: '+923007654321',
    email: 'dania@example.com',
    dateOfBirth: '1998-11-02',
  };
  const refusals = (code: string, ...fields: string[]) =>
    fields.map((field) => expect.objectContaining({ path: ['person', field], extensions: { code } }));
  const recorded = () =>
    subgraph.sql<{ reference: string; role: string; company: string | null; fields: string[] }>(
      `select reference, role, company, fields from people.person_read r join people.person p on p.pk = r.person_pk order by r.pk`,
    );

  test.each([
    ['an admin', ADMIN],
    ['the organisation that registered and sends', partner('karakoram-manpower')],
    ['the employer', partner('sakura-care')],
  ])('%s is shown personal data in full, and each such reading is recorded', async (_, viewer) => {
    const before = await recorded();
    const { data, errors } = await subgraph.query(PERSON, dania, viewer);
    expect(errors).toBeUndefined();
    expect(data).toEqual({ person: { ...inFull, accessLog: { totalCount: before.length } } });
    expect(await recorded()).toEqual([
      ...before,
      {
        reference: 'KM-3',
        role: viewer.role,
        company: viewer.company,
        fields: ['cnic', 'dateOfBirth', 'email', 'passportNumber', 'phone'],
      },
    ]);
  });

  test('the support organisation is shown the last four characters, and neither date of birth, e-mail nor the read log', async () => {
    const before = await recorded();
    const { data, errors } = await subgraph.query(PERSON, dania, partner('tomo-support'));
    expect(data).toEqual({
      person: {
        ...open,
        passportNumber: '••••4321',
        cnic: '••••21-8',
        phone: '••••4321',
        email: null,
        dateOfBirth: null,
        accessLog: null,
      },
    });
    expect(errors).toHaveLength(3);
    expect(errors).toEqual(expect.arrayContaining(refusals('FORBIDDEN', 'email', 'dateOfBirth', 'accessLog')));
    expect(await recorded()).toEqual(before);
  });

  test.each([
    ['a partner of another worker', partner('hikari-foods')],
    ['a partner of nobody', partner('indus-soft')],
    ['the ministry', MINISTRY],
    ['the public', PUBLIC],
  ])('%s sees no such person', async (_, viewer) => {
    const before = await recorded();
    const { data, errors } = await subgraph.query(PERSON, dania, viewer);
    expect(errors).toBeUndefined();
    expect(data).toEqual({ person: null });
    expect(await recorded()).toEqual(before);
  });

  test.each([
    ['a partner', partner('karakoram-manpower'), 'FORBIDDEN'],
    ['the ministry', MINISTRY, 'FORBIDDEN'],
    ['the public', PUBLIC, 'UNAUTHENTICATED'],
  ])('%s sees the holder of an office, and nothing personal of them', async (_, viewer, code) => {
    await subgraph.sql(`update people.person set nationality = 'PK', passport_number = 'EF1112223', email = 'farah@example.com'
      where reference = 'office-1'`);
    await subgraph.sql(`insert into people.office (person_pk, title)
      select pk, 'Minister' from people.person where reference = 'office-1' on conflict do nothing`);
    const { data, errors } = await subgraph.query(PERSON, { id: globalId('Person', 'office-1') }, viewer);
    const closed = ['nationality', 'passportNumber', 'cnic', 'phone', 'email', 'dateOfBirth', 'accessLog'];
    expect(data).toEqual({
      person: { name: 'Farah Malik', ...Object.fromEntries(closed.map((field) => [field, null])) },
    });
    expect(errors).toHaveLength(closed.length);
    expect(errors).toEqual(expect.arrayContaining(refusals(code, ...closed)));
  });
});

describe('stats', () => {
  test('count, employment and early leavers by group, in one statement for all parents', async () => {
    const { data, statements, errors } = await subgraph.query(`{
      placementStats(groupBy: [ACCEPTING_COMPANY], orderBy: [{ field: LEFT_EARLY, direction: DESC }]) {
        acceptingCompany { slug } count started leftEarly leftEarlyShare
      }
      _entities(representations: [{ __typename: "Company", slug: "sakura-care" }, { __typename: "Company", slug: "hikari-foods" }, { __typename: "Company", slug: "nobody" }]) {
        ... on Company { placementStats(role: ACCEPTING, groupBy: [STATE]) { state count medianSalaryJpyMonth } }
      }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      placementStats: [
        { acceptingCompany: { slug: 'hikari-foods' }, count: 1, started: 1, leftEarly: 1, leftEarlyShare: 1 },
        { acceptingCompany: { slug: 'sakura-care' }, count: 2, started: 1, leftEarly: 0, leftEarlyShare: 0 },
      ],
      _entities: [
        { placementStats: expect.arrayContaining([{ state: 'EXTENDED', count: 1, medianSalaryJpyMonth: 190000 }]) },
        { placementStats: [{ state: 'RETURNED', count: 1, medianSalaryJpyMonth: 180000 }] },
        { placementStats: [] },
      ],
    });
    expect(statements).toHaveLength(2);
  });

  test('conversion and median days of each stage', async () => {
    const { data, statements, errors } = await subgraph.query(`{
      placementStats(groupBy: [SECTOR]) { sector { code } count stages { state entered advanced conversion medianDays } }
    }`);
    expect(errors).toBeUndefined();
    const stats = (data as { placementStats: { sector: { code: string }; stages: object[] }[] }).placementStats;
    expect(stats.map(({ sector }) => sector.code)).toEqual(['nursing-care', 'food-manufacturing']);
    expect(stats[0]?.stages).toContainEqual({
      state: 'REGISTERED',
      entered: 2,
      advanced: 2,
      conversion: 1,
      medianDays: 14,
    });
    expect(stats[0]?.stages).toContainEqual({
      state: 'COE_APPLIED',
      entered: 2,
      advanced: 2,
      conversion: 1,
      medianDays: 69,
    });
    expect(stats[0]?.stages).toContainEqual({
      state: 'COE_ISSUED',
      entered: 2,
      advanced: 1,
      conversion: 0.5,
      medianDays: null,
    });
    expect(statements).toHaveLength(3);
  });
});

describe('sector', () => {
  test('ceilingUse stands beside the ceiling that holds today', async () => {
    const { data } = await subgraph.query(`{ _entities(representations: [
      { __typename: "Sector", code: "nursing-care", ceilings: [{ value: 135000, from: "2024-04-01", until: "2029-03-31" }] }
      { __typename: "Sector", code: "it", ceilings: [] }
    ]) { ... on Sector { ceilingUse { employed ceiling } placements(first: 1) { totalCount nodes { reference } } } } }`);
    expect(data).toEqual({
      _entities: [
        { ceilingUse: { employed: 1, ceiling: 135000 }, placements: { totalCount: 2, nodes: [{ reference: 'P-1' }] } },
        { ceilingUse: { employed: 0, ceiling: null }, placements: { totalCount: 0, nodes: [] } },
      ],
    });
  });

  test('ceilings that are none are blamed, not stumbled over', async () => {
    for (const ceilings of [undefined, 'junk', [null], [{ value: 1 }]]) {
      const { errors } = await subgraph.query(
        'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Sector { ceilingUse { employed } } } }',
        { representations: [{ __typename: 'Sector', code: 'it', ceilings }] },
      );
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });
});
