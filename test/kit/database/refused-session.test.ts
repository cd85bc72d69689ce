import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../../kit/database/migrate.js';
import { type Connections, openPool } from '../../../kit/database/pool.js';
import { Session } from '../../../kit/database/session.js';
import { logger } from '../../../kit/logger.js';
import { withRole } from '../../../kit/postgres/application-role.js';
import { withClient } from '../../../kit/postgres/database.js';
import { runRequest } from '../../../kit/request.js';
import { databaseOf } from '../../../kit/subgraph.js';
import { people } from '../../../subgraphs/people/subgraph.js';
import { type FreshDatabase, freshDatabase } from '../../testkit/postgres.js';
import { ADMIN } from '../../testkit/subgraph.js';

let database: FreshDatabase;
beforeAll(async () => {
  logger.level = 'silent';
  database = await freshDatabase();
  const { ownerUrl, applicationUrl } = database;
  await migrate(databaseOf(people), ownerUrl, applicationUrl);
  await withClient(ownerUrl, (client) =>
    client.query(`create sequence people.ran; grant usage on sequence people.ran to public`),
  );
});
afterAll(() => database.drop());

/** How many statements of a session have run, the refused ones included: a sequence remembers what is rolled back. */
const ran = async (): Promise<number> => {
  const { rows } = await withClient(database.ownerUrl, (client) =>
    client.query('select case when is_called then last_value else 0 end::int as ran from people.ran'),
  );
  return rows[0].ran;
};

const RUN = { text: `select nextval('people.ran')`, values: [] };

/** What several statements of one request say: those that leave with the opening of the transaction, and one that follows. */
const askThrice = (pool: Connections) =>
  runRequest({ requestId: 'r-1', viewer: ADMIN }, async (request) => {
    const session = new Session(pool, request);
    const atOnce = await Promise.allSettled([session.query(RUN), session.query(RUN)]);
    const later = await Promise.allSettled([session.query(RUN)]);
    return [...atOnce, ...later].map((each) =>
      each.status === 'fulfilled' ? 'answered' : each.reason.extensions?.code,
    );
  });

const refused = ['UNAVAILABLE', 'UNAVAILABLE', 'UNAVAILABLE'];

test('where the role cannot be taken on, nothing runs, and every statement of the session is refused', async () => {
  const pool = openPool(withRole(database.ownerUrl, 'pg_monitor_of_nobody'));
  expect(await askThrice(pool)).toEqual(refused);
  expect(await ran()).toBe(0);
  // The connection is not used again.
  expect(pool.totalCount).toBe(0);
  await pool.end();
});

test('a connection that somebody left in a transaction is not taken for a new one', async () => {
  const pool = openPool(database.applicationUrl);
  const before = await ran();
  const left = await pool.connect();
  await left.query('begin isolation level repeatable read; select from people.person');
  left.release();
  expect(await askThrice(pool)).toEqual(refused);
  expect(await ran()).toBe(before);
  expect(await askThrice(pool)).toEqual(['answered', 'answered', 'answered']);
  await pool.end();
});

test('a session whose second transaction cannot be opened is refused', async () => {
  const pool = openPool(database.applicationUrl);
  const outcome = await runRequest({ requestId: 'r-1', viewer: ADMIN }, async (request) => {
    const session = new Session(pool, request);
    await session.query(RUN);
    Object.assign(pool, { role: 'nobody' });
    const failing = session.query({ text: 'select 1 / $1::int', values: [0] }).catch(() => 'its own failure');
    const after = [failing, session.query(RUN), session.query(RUN)];
    return (await Promise.allSettled(after)).map((each) =>
      each.status === 'fulfilled' ? each.value : each.reason.extensions?.code,
    );
  });
  expect(outcome).toEqual(['its own failure', 'UNAVAILABLE', 'UNAVAILABLE']);
  await pool.end();
});

test('what was shown does not leave where the commit rolls back', async () => {
  const pool = openPool(database.applicationUrl);
  const answer = runRequest({ requestId: 'r-1', viewer: ADMIN }, async (request) => {
    const session = new Session(pool, request);
    session.writeBeforeCommit(async (query) => {
      await query({ text: 'select 1 / $1::int', values: [0] }).catch(() => undefined);
    });
    await session.query(RUN);
    return 'the passport number';
  });
  await expect(answer).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
  await pool.end();
});
