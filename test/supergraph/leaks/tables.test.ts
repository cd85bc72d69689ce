import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Connections, openPool } from '../../../kit/database/pool.js';
import { Session } from '../../../kit/database/session.js';
import { runRequest } from '../../../kit/request.js';
import type { Viewer } from '../../../kit/viewer.js';
import { openTestHub, type TestHub } from '../../testkit/hub.js';
import { CANARIES } from './canaries.js';
import { loadCanaries, urlsOf } from './load.js';
import { ASKER_NAMES, ASKERS, type Asker } from './roles.js';
import { HIDDEN_TABLES } from './tables.js';

const SCHEMAS = ['people', 'trade_events', 'companies', 'sectors'];

let hub: TestHub;
let pool: Connections;
beforeAll(async () => {
  hub = await openTestHub('in process');
  await loadCanaries(hub);
  pool = openPool((await urlsOf(hub)).applicationUrl);
});
afterAll(async () => {
  await pool.end();
  await hub.close();
});

const viewerOf = ({ role, company }: Asker): Viewer => ({
  role: role.toUpperCase() as Viewer['role'],
  subject: role === 'public' ? null : 'test',
  company: company ?? null,
  expiresAt: null,
});

/** What a statement of the application finds in a request of this asker. */
function selectAs(asker: Asker, text: string): Promise<Record<string, unknown>[]> {
  return runRequest({ requestId: 'test', viewer: viewerOf(asker) }, async (request) => {
    const session = new Session(pool, request);
    return (await session.query({ text, values: [] })).rows;
  });
}

test.each(ASKER_NAMES)('%s: select * without a filter finds only the rows of the table', async (name) => {
  const asker = ASKERS[name];
  for (const { name: table, owner, rows, sees } of HIDDEN_TABLES) {
    const all = await hub.sql<{ pk: number; owner: string }>(`select t.pk, ${owner} as owner from ${table} t`);
    const isSeen = (reference: string) => {
      const row = rows.find((each) => each.reference === reference);
      return row ? sees(asker, row) : true;
    };
    const expected = all.filter((row) => isSeen(row.owner)).map(({ pk }) => pk);
    const found = await selectAs(asker, `select * from ${table}`);
    expect(found.map(({ pk }) => pk).sort(), table).toEqual(expected.sort());
    expect(all.length, table).toBeGreaterThan(2);
  }
});

test('outside of a request, and after one, only the holders of an office are seen', async () => {
  await selectAs(ASKERS.admin, 'select 1');
  const client = await pool.connect();
  for (const { name: table } of HIDDEN_TABLES) {
    const { rows } = await client.query(`select * from ${table}`);
    const [holders] = await hub.sql<{ count: number }>(
      'select count(distinct person_pk)::int as count from people.office',
    );
    expect(rows.length, table).toBe(table === 'people.person' ? holders?.count : 0);
  }
  client.release();
});

test('every table that holds a canary forces its policies on everybody', async () => {
  const tables = await hub.sql<{ name: string; forced: boolean }>(
    `select c.oid::regclass::text as name, c.relrowsecurity and c.relforcerowsecurity as forced
     from pg_class c where c.relkind in ('r', 'p', 'm', 'v') and c.relnamespace::regnamespace::text = any($1)`,
    [SCHEMAS],
  );
  const holding: string[] = [];
  for (const { name } of tables) {
    const rows = await hub.sql<{ text: string }>(`select to_jsonb(t)::text as text from ${name} t`);
    const text = rows.map((row) => row.text).join('\n');
    if (CANARIES.some((canary) => text.includes(canary.text))) holding.push(name);
  }
  expect(holding.sort()).toEqual(HIDDEN_TABLES.map(({ name }) => name).sort());
  const unforced = tables.filter(({ name, forced }) => holding.includes(name) && !forced);
  expect(unforced).toEqual([]);
});

test('the application’s role owns nothing and cannot pass over a policy', async () => {
  const { rows } = await pool.query(`
    select current_user as name, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
      (select count(*)::int from pg_shdepend where refobjid = r.oid and deptype = 'o') as owned,
      (select count(*)::int from pg_auth_members where member = r.oid) as memberships
    from pg_roles r where rolname = current_user`);
  expect(rows).toEqual([
    expect.objectContaining({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }),
  ]);
  expect(rows[0]).toMatchObject({ owned: 0, memberships: 0 });
  for (const role of ['hub_owner', 'hub_stats']) await expect(pool.query(`set role ${role}`)).rejects.toThrow();
});
