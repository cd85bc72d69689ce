import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../../kit/database/migrate.js';
import { Reader } from '../../../kit/database/reader.js';
import { openSessions, type Sessions } from '../../../kit/database/sessions.js';
import { runRequest } from '../../../kit/request.js';
import { databaseOf } from '../../../kit/subgraph.js';
import { PUBLIC, type Viewer } from '../../../kit/viewer.js';
import { sectors } from '../../../subgraphs/sectors/subgraph.js';
import { tradeEvents } from '../../../subgraphs/trade-events/subgraph.js';
import { told } from '../../testkit/changes.js';
import { type FreshDatabase, freshDatabase } from '../../testkit/postgres.js';
import { recordStatements } from '../../testkit/statements.js';

let database: FreshDatabase;
let sessions: Sessions;
let owner: pg.Client;
let memory: ConstructorParameters<typeof Reader>[1];

const contract = (reference: string, exhibitor: string) =>
  owner.query(`insert into trade_events.contract (reference, event_slug, exhibitor_slug, state)
    values ('${reference}', 'fair', '${exhibitor}', 'SIGNED')`);

beforeAll(async () => {
  database = await freshDatabase();
  for (const each of [sectors, tradeEvents]) {
    await migrate(databaseOf(each), database.ownerUrl, database.applicationUrl);
  }
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(
    `insert into trade_events.trade_event (slug, kind, dates_confidence) values ('fair', 'EXHIBITION', 'REPORTED')`,
  );
  for (const [reference, exhibitor] of [
    ['C-1', 'firm-a'],
    ['C-2', 'firm-a'],
    ['C-3', 'firm-b'],
  ] as const)
    await contract(reference, exhibitor);
  sessions = openSessions(database.applicationUrl);
  memory = { rows: sessions.keptRows('trade_events'), sameForAll: false };
  await sessions.listen();
});
afterAll(async () => {
  await sessions.close();
  await owner.end();
  await database.drop();
});

const partner = (company: string, subject = 'somebody'): Viewer => ({
  role: 'PARTNER',
  company,
  subject,
  expiresAt: null,
});
const ministry: Viewer = { role: 'MINISTRY', company: null, subject: 'somebody', expiresAt: null };

/** How many contracts a viewer is told there are, and how many statements it took. */
async function count(viewer: Viewer, statement = sql`select count(*)::integer as count from trade_events.contract`) {
  const { result, statements } = await recordStatements(() =>
    runRequest({ requestId: 'r', viewer }, (request) =>
      new Reader(sessions.of(request), memory).keptRows<{ count: number }>(statement),
    ),
  );
  return [result[0]?.count, statements.filter((text) => text.includes('count(*)')).length];
}

test('figures are kept for those alone who see the same rows', async () => {
  expect(await count(partner('firm-a'))).toEqual([2, 1]);
  expect(await count(partner('firm-b'))).toEqual([1, 1]);
  expect(await count(ministry)).toEqual([3, 1]);
  expect(await count(PUBLIC)).toEqual([0, 1]);
  expect(await count(partner('firm-a', 'a colleague'))).toEqual([2, 0]);
  expect(await count(partner('firm-b'))).toEqual([1, 0]);
  expect(await count(ministry)).toEqual([3, 0]);
  expect(await count(PUBLIC)).toEqual([0, 0]);
});

test('and are computed anew once a table of theirs was written to, and not for another subgraph’s', async () => {
  await count(ministry);
  await owner.query(`insert into sectors.sector (code, position, name_en, ssw_field, intake_status, intake_confidence)
    values ('it', 1, 'IT', false, 'OPEN', 'REPORTED')`);
  await told();
  expect(await count(ministry)).toEqual([3, 0]);
  await contract('C-4', 'firm-b');
  await told();
  expect(await count(ministry)).toEqual([4, 1]);
  expect(await count(partner('firm-b'))).toEqual([2, 1]);
});

test('and once a hub has brought the tables up to date, because who sees what may be another now', async () => {
  await count(ministry);
  await owner.query('comment on schema trade_events is null');
  await migrate(databaseOf(tradeEvents), database.ownerUrl, database.applicationUrl);
  await told();
  expect((await count(ministry))[1]).toBe(1);
});

test('a request that began before a write is not told a figure from after it', async () => {
  const figure = sql`select count(*)::integer as count from trade_events.contract`;
  const seen = await runRequest({ requestId: 'r', viewer: ministry }, async (request) => {
    const reader = new Reader(sessions.of(request), memory);
    const before = await reader.rows(figure);
    await contract('C-5', 'firm-b');
    await told();
    // Another request keeps what it sees.
    await count(ministry);
    return [before, await reader.keptRows(figure), await reader.rows(figure)];
  });
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toEqual(seen[0]);
  expect(await count(ministry)).toEqual([5, 0]);
});

test('what is kept cannot be changed by whom it is given to', async () => {
  const list = sql`select array_agg(reference order by reference) as names from trade_events.contract`;
  const read = () =>
    runRequest({ requestId: 'r', viewer: ministry }, (request) =>
      new Reader(sessions.of(request), memory).keptRows<{ names: string[] }>(list),
    );
  const [first] = await read();
  expect(() => first?.names.push('forged')).toThrow(TypeError);
  Object.assign(first ?? {}, { names: [] });
  expect((await read())[0]?.names).toContain('C-1');
});

test('what depends on the moment is computed each time', async () => {
  const statement = sql`select count(*)::integer as count from trade_events.contract where now() is not null`;
  await count(ministry, statement);
  expect((await count(ministry, statement))[1]).toBe(1);
});
