import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { migrate } from '../../../kit/database/migrate.js';
import type { EntityLookup } from '../../../kit/import/reference.js';
import { formatReport, type ImportReport } from '../../../kit/import/report.js';
import { rowsOf } from '../../../kit/import/rows.js';
import { runImport } from '../../../kit/import/run-import.js';
import { databaseOf } from '../../../kit/subgraph.js';
import { companies } from '../../../subgraphs/companies/subgraph.js';
import { people } from '../../../subgraphs/people/subgraph.js';
import { sectorRows } from '../../../subgraphs/sectors/database/seed/sectors.js';
import { tradeEvents } from '../../../subgraphs/trade-events/subgraph.js';
import { type FreshDatabase, freshDatabase } from '../../testkit/postgres.js';
import { KINDS, type Sheets, SMALL, sheetsOf, TODAY } from './sheets.js';

const sectorCodes = new Set<string>(sectorRows.map(({ code }) => code));
const imports = [companies, people, tradeEvents].flatMap((subgraph) => subgraph.imports);

let database: FreshDatabase;
let client: pg.Client;
let sheets: Sheets;
let slugs: Set<string | undefined>;

const lookup: EntityLookup = async (typeName, keyField, keys) =>
  keys.map((key) => ((typeName === 'Sector' ? sectorCodes : slugs).has(key) ? { [keyField]: key } : null));

async function load(kind: (typeof KINDS)[number]): Promise<ImportReport> {
  const definition = imports.find((each) => each.kind === kind);
  if (!definition) throw new Error(`no import of kind ${kind}`);
  return runImport(definition, rowsOf(definition, sheets[kind]), {
    databaseUrl: database.ownerUrl,
    lookup,
    marks: { synthetic: true },
  });
}

beforeAll(async () => {
  sheets = await sheetsOf(SMALL);
  slugs = new Set(sheets.companies.map(({ slug }) => slug));
  database = await freshDatabase();
  for (const subgraph of [companies, people, tradeEvents])
    await migrate(databaseOf(subgraph), database.ownerUrl, database.applicationUrl);
  for (const kind of KINDS) {
    const report = await load(kind);
    if (report.problemCount > 0) throw new Error(formatReport(report));
  }
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await database?.drop();
});

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  return (await client.query(sql.replaceAll('TODAY', `date '${TODAY}'`))).rows;
}

it('is loaded as it is by the operators’ loader, and the second time changes nothing', async () => {
  for (const kind of ['companies', 'people', 'events', 'exhibits', 'contracts'] as const) {
    expect(await load(kind)).toMatchObject({
      inserted: 0,
      updated: 0,
      unchanged: sheets[kind].length,
      problemCount: 0,
    });
  }
  expect(await load('placement-events')).toMatchObject({ inserted: 0, updated: 0, problemCount: 0 });
  expect(await load('placements')).toMatchObject({ inserted: 0, updated: 0, problemCount: 0 });
});

it('leaves every placement in the state of its row, with the history of its sheet', async () => {
  const states = new Map(
    (await rows('select reference, state from people.placement')).map((row) => [row.reference, row.state]),
  );
  expect(sheets.placements.filter(({ reference, state }) => states.get(reference) !== state)).toEqual([]);
  const [{ count } = {}] = await rows('select count(*)::integer from people.placement_event');
  expect(count).toBe(sheets['placement-events'].length);
});

describe('each of the acceptance questions has an answer', () => {
  const questions: [string, string, number][] = [
    [
      'candidates with a language test and the nursing-care skills test, unmatched',
      `select from people.person p join people.skills_test t on t.person_pk = p.pk and t.sector_code = 'nursing-care'
       where (p.jlpt = 'N4' or p.jft_basic_on is not null)
         and not exists (select from people.placement r where r.person_pk = p.pk and r.accepting_company is not null)`,
      30,
    ],
    [
      'placements that have waited more than 30 days for a certificate',
      `select from people.placement where state = 'COE_APPLIED' and TODAY - state_since > 30`,
      20,
    ],
    [
      'employed in every field',
      `select sector_code from people.placement where state in ('EMPLOYED', 'EXTENDED', 'CHANGE_PENDING') group by 1`,
      12,
    ],
    [
      'certificates that lapse within 90 days',
      `select from people.placement where state in ('COE_ISSUED', 'VISA_APPLIED') and coe_expires_on between TODAY and TODAY + 90`,
      10,
    ],
    [
      'visas that lapse within 90 days',
      `select from people.placement where state in ('VISA_ISSUED', 'PROTECTOR_CLEARED') and visa_expires_on between TODAY and TODAY + 90`,
      10,
    ],
    [
      'residence periods that lapse within 90 days',
      `select from people.placement where ended_on is null and residence_until between TODAY and TODAY + 90`,
      100,
    ],
    [
      'stages whose days can be counted',
      `select e.state from people.placement_event e join people.placement_event n
         on n.placement_pk = e.placement_pk and n.position = e.position + 1 and cardinality(n.skipped) = 0
       group by e.state having count(*) >= 10`,
      12,
    ],
    [
      'workers within six months of five years as SSW(i)',
      `select from people.placement where ssw1_limit_on between TODAY and TODAY + 183`,
      5,
    ],
    [
      'editions with signed contracts',
      `select event_slug from trade_events.contract where state in ('SIGNED', 'IN_DELIVERY', 'COMPLETED') group by 1`,
      4,
    ],
    ['states of contracts', `select distinct state from trade_events.contract`, 6],
    [
      'contracts evidenced for less than was reported, and paid for less than that',
      `select from trade_events.contract where realised_value < evidenced_value and evidenced_value < reported_value`,
      3,
    ],
    ['signed within 12 months', `select from trade_events.contract where months_to_signature between 1 and 12`, 10],
    ['signed later', `select from trade_events.contract where months_to_signature > 12`, 3],
    [
      'exhibitors that came back and won again',
      `select exhibitor_slug from trade_events.contract where signed_on is not null and state not in ('LOI_MOU', 'CANCELLED')
       group by 1 having count(distinct event_slug) > 1`,
      5,
    ],
    ['service categories', `select distinct service_category from trade_events.contract`, 6],
    [
      'prefectures of buyers',
      `select distinct buyer_prefecture from trade_events.contract where buyer_prefecture is not null`,
      8,
    ],
    [
      'firms with placements, contracts and exhibits',
      `select distinct c.slug from companies.company c
       join people.placement p on p.sending_company = c.slug
       join trade_events.contract k on k.exhibitor_slug = c.slug
       join trade_events.exhibit x on x.company_slug = c.slug`,
      3,
    ],
  ];
  test.each(questions)('%s', async (_question, sql, least) => {
    expect((await rows(sql)).length).toBeGreaterThanOrEqual(least);
  });

  it('employers that workers leave early, many at a few', async () => {
    const employers = await rows(`
      select accepting_company, count(*)::integer as started,
        count(*) filter (where state in ('RETURNED', 'CHANGED_EMPLOYER') and ended_on - started_on < 365)::integer as early
      from people.placement where started_on is not null group by 1 order by early desc`);
    const early = employers.map((row) => row.early as number);
    const total = early.reduce((sum, count) => sum + count, 0);
    const share = ({ early: left, started }: Record<string, unknown>) => (left as number) / (started as number);
    expect(total).toBeGreaterThan(60);
    expect(employers.filter((row) => (row.started as number) >= 10 && share(row) > 0.3).length).toBeGreaterThanOrEqual(
      3,
    );
    expect(employers.filter((row) => (row.started as number) >= 10 && share(row) < 0.1).length).toBeGreaterThanOrEqual(
      5,
    );
  });
});

describe('the sample is as skewed as reality', () => {
  const share = async (condition: string, table = 'people.placement') =>
    (await rows(`select avg((${condition})::integer)::float as share from ${table} r`))[0]?.share as number;

  test.each([
    ['most are employed', `state in ('EMPLOYED', 'EXTENDED')`, 0.45, 0.6],
    ['some have returned', `state = 'RETURNED'`, 0.06, 0.14],
    ['some have withdrawn', `state = 'WITHDRAWN'`, 0.03, 0.09],
    ['one sender has most', `sending_company = 'sample-sending-001'`, 0.15, 0.4],
    ['nursing care is large', `sector_code = 'nursing-care'`, 0.12, 0.2],
    ['Aichi is the first prefecture', `prefecture = 'JP-23'`, 0.05, 0.25],
    ['most hold SSW(i)', `status_of_residence = 'SSW1'`, 0.85, 0.97],
  ])('%s', async (_what, condition, least, most) => {
    const found = await share(condition);
    expect(found).toBeGreaterThan(least);
    expect(found).toBeLessThan(most);
  });

  it('most people are Pakistani, and a fifth or more are candidates whom nobody has matched', async () => {
    expect(await share(`nationality = 'PK'`, 'people.person')).toBeGreaterThan(0.9);
    const unmatched = await share(
      `not exists (select from people.placement p where p.person_pk = r.pk and p.accepting_company is not null)`,
      'people.person',
    );
    expect(unmatched).toBeGreaterThan(0.2);
    expect(unmatched).toBeLessThan(0.45);
  });

  it('all of it is marked', async () => {
    for (const table of [
      'companies.company',
      'people.person',
      'people.placement',
      'trade_events.trade_event',
      'trade_events.exhibit',
      'trade_events.contract',
    ])
      expect(await share('synthetic', table)).toBe(1);
  });
});
