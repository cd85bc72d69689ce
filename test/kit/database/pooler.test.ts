import { afterAll, beforeAll, expect, test } from 'vitest';
import { isLent } from '../../../kit/database/lent-connections.js';
import { migrate } from '../../../kit/database/migrate.js';
import { CONNECTIONS, type Connections, openPool } from '../../../kit/database/pool.js';
import { Session } from '../../../kit/database/session.js';
import { logger } from '../../../kit/logger.js';
import { withRole } from '../../../kit/postgres/application-role.js';
import { withClient } from '../../../kit/postgres/database.js';
import { runRequest } from '../../../kit/request.js';
import { databaseOf } from '../../../kit/subgraph.js';
import type { Viewer } from '../../../kit/viewer.js';
import { people } from '../../../subgraphs/people/subgraph.js';
import { type Pooler, startPooler } from '../../testkit/pooler.js';
import { type FreshDatabase, freshDatabase } from '../../testkit/postgres.js';
import { ADMIN } from '../../testkit/subgraph.js';
import { load, PEOPLE, PLACEMENTS } from '../../testkit/world.js';

/** The hub has one URL, of the owner: without its role it would see everything. */
let database: FreshDatabase;
let pooler: Pooler;
let pool: Connections;
beforeAll(async () => {
  logger.level = 'silent';
  database = await freshDatabase();
  const { ownerUrl } = database;
  await migrate(databaseOf(people), ownerUrl, withRole(ownerUrl, 'hub_app'));
  for (const [kind, rows] of [
    ['people', PEOPLE],
    ['placements', PLACEMENTS],
  ] as const) {
    const definition = people.imports.find((each) => each.kind === kind);
    if (definition) await load(ownerUrl, definition, rows);
  }
  pooler = await startPooler(ownerUrl);
  pool = openPool(withRole(pooler.url, 'hub_app'));
});
afterAll(async () => {
  await pool.end();
  await pooler.close();
  await database.drop();
});

const partner = (company: string): Viewer => ({ ...ADMIN, role: 'PARTNER', company });

const ask = (viewer: Viewer, text: string, name?: string) =>
  runRequest({ requestId: 'r-1', viewer }, async (request) => {
    const { rows } = await new Session(pool, request).query({ name, text, values: [] });
    return rows;
  });

const REFERENCES = `select string_agg(reference, ' ' order by reference) as seen, pg_backend_pid() as pid from people.placement`;

const SEES: readonly [Viewer, string | null][] = [
  [ADMIN, 'P-1 P-2 P-3'],
  [partner('sakura-care'), 'P-1 P-2'],
  [partner('hikari-foods'), 'P-3'],
  [partner('indus-soft'), null],
  [{ ...ADMIN, role: 'MINISTRY' }, null],
];

test('nobody sees a foreign row, on whichever connection a transaction runs, and nothing stays set on it', async () => {
  const rounds = Array.from({ length: 12 }, () => SEES).flat();
  const seen = await Promise.all(rounds.map(async ([viewer]) => (await ask(viewer, REFERENCES))[0]));
  expect(seen.map((row) => row?.seen)).toEqual(rounds.map(([, references]) => references));
  expect(new Set(seen.map((row) => row?.pid)).size).toBe(3);
  const settings = `select current_user as works, current_setting('statement_timeout') as timeout,
    nullif(current_setting('hub.role', true), '') as role`;
  const { rows } = await pool.query(settings);
  expect(rows).toEqual([{ works: decodeURIComponent(new URL(database.ownerUrl).username), timeout: '0', role: null }]);
});

test('each transaction has its settings, whatever others have set on the connection', async () => {
  await pool.query(
    `set plan_cache_mode = auto; set row_security = off; set search_path = public; set timezone = 'Asia/Tokyo'`,
  );
  const settings = ['plan_cache_mode', 'row_security', 'search_path', 'statement_timeout', 'TimeZone', 'DateStyle'];
  const text = `select ${settings.map((name) => `current_setting('${name}') as "${name}"`).join(', ')}, current_user as works`;
  for (let turn = 0; turn < 4; turn += 1)
    expect(await ask(ADMIN, text)).toEqual([
      {
        plan_cache_mode: 'force_generic_plan',
        row_security: 'on',
        search_path: 'pg_catalog, pg_temp',
        statement_timeout: '9s',
        TimeZone: 'UTC',
        DateStyle: 'ISO, YMD',
        works: 'hub_app',
      },
    ]);
});

test('what is read is recorded once, though prepared statements get lost; after some losses none are prepared', async () => {
  const requests = Array.from({ length: 30 }, (_, n) => `lost-${n}`);
  expect(pool.isLent).toBe(false);
  for (const requestId of requests) {
    await runRequest({ requestId, viewer: ADMIN }, async (request) => {
      const session = new Session(pool, request);
      session.writeBeforeCommit(async (query) => {
        for (const field of ['email', 'phone'])
          await query({
            name: 'record',
            text: `insert into people.person_read (person_pk, role, subject, request_id, fields) select min(pk), 'ADMIN', 'test', $1, array[$2] from people.person`,
            values: [requestId, field],
          });
      });
      const { rows } = await session.query({ name: 'one', text: 'select $1::text as said', values: [requestId] });
      expect(rows).toEqual([{ said: requestId }]);
    });
  }
  expect(pool.isLent).toBe(true);
  const { rows } = await withClient(database.ownerUrl, (client) =>
    client.query('select request_id, fields[1] as field from people.person_read order by pk'),
  );
  expect(rows).toEqual(requests.flatMap((id) => ['email', 'phone'].map((field) => ({ request_id: id, field }))));
});

test('a pooler that lends by transaction is found out, also one with a single connection; PostgreSQL itself is none', async () => {
  expect(await isLent(pooler.url)).toBe(true);
  const narrow = await startPooler(database.ownerUrl, 1);
  expect(await isLent(narrow.url)).toBe(true);
  await narrow.close();
  expect(await isLent(database.ownerUrl)).toBe(false);
});

test('with fewer connections than requests at once, everybody is served in turn', async () => {
  const busy = Array.from({ length: CONNECTIONS * 4 }, () => ask(ADMIN, REFERENCES));
  expect((await Promise.all(busy)).map(([row]) => row?.seen)).toEqual(busy.map(() => 'P-1 P-2 P-3'));
});
