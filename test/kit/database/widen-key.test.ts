import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../../kit/database/migrate.js';
import { type Connections, openPool } from '../../../kit/database/pool.js';
import { Session } from '../../../kit/database/session.js';
import { runRequest } from '../../../kit/request.js';
import { databaseOf } from '../../../kit/subgraph.js';
import { people } from '../../../subgraphs/people/subgraph.js';
import { type FreshDatabase, freshDatabase } from '../../testkit/postgres.js';
import { ADMIN } from '../../testkit/subgraph.js';

const ROWS = 100_000;

/** A database of an earlier version of the hub, whose keys are integers. */
let database: FreshDatabase;
let owner: pg.Client;
let pool: Connections;
beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await update();
  await owner.query(`
    alter table people.person_read alter column pk type int;
    alter sequence people.person_read_pk_seq as int;
    comment on schema people is 'corridor-hub older';
    insert into people.person (reference) values ('someone');
    insert into people.person_read (person_pk, role, subject, request_id, fields)
    select pk, 'ADMIN', 'test', 'r-' || n, '{email}' from people.person, generate_series(1, ${ROWS}) n`);
  pool = openPool(database.applicationUrl);
});
afterAll(async () => {
  await pool.end();
  await owner.end();
  await database.drop();
});

const update = () => migrate(databaseOf(people), database.ownerUrl, database.applicationUrl);

const READ = 'select r.pk::float8 as pk from people.person_read r order by r.person_pk, r.read_at, r.pk limit 1';

test('a table becomes one of bigint keys while it is read and written; all keys stay', async () => {
  expect((await owner.query('select pk from people.person_read limit 1')).fields[0]?.dataTypeID).toBe(
    pg.types.builtins.INT4,
  );
  const during: { read: number; written: number } = { read: 0, written: 0 };
  let isOver = false;
  const go = async () => {
    while (!isOver) {
      await runRequest({ requestId: `during-${during.written}`, viewer: ADMIN }, async (request) => {
        const session = new Session(pool, request);
        session.writeBeforeCommit(async (query) => {
          await query({
            name: 'record',
            text: `insert into people.person_read (person_pk, role, subject, request_id, fields) select min(pk), 'ADMIN', 'test', $1, '{phone}' from people.person`,
            values: [request.requestId],
          });
          during.written += 1;
        });
        const { rows } = await session.query({ name: 'first', text: READ, values: [] });
        expect(rows).toEqual([{ pk: 1 }]);
        during.read += 1;
      });
    }
  };
  const going = go();
  await update();
  isOver = true;
  await going;
  expect(during.read).toBeGreaterThan(20);

  const { rows } = await owner.query(
    `select count(*)::int as count, count(distinct pk)::int as keys, min(pk)::int as first,
      bool_and(request_id = 'r-' || pk or pk > ${ROWS}) as same, max(pk)::int as last from people.person_read`,
  );
  const count = ROWS + during.written;
  expect(rows).toEqual([{ count, keys: count, first: 1, same: true, last: count }]);
}, 300_000);

test('its key, its indexes and its numbers are what they were, and numbers go on past 2^31', async () => {
  const { rows: indexes } = await owner.query(
    `select indexname, indexdef from pg_indexes where schemaname = 'people' and tablename = 'person_read' order by 1`,
  );
  expect(indexes).toEqual([
    {
      indexname: 'person_read_person_pk_read_at_pk_index',
      indexdef:
        'CREATE INDEX person_read_person_pk_read_at_pk_index ON people.person_read USING btree (person_pk, read_at, pk)',
    },
    {
      indexname: 'person_read_pkey',
      indexdef: 'CREATE UNIQUE INDEX person_read_pkey ON people.person_read USING btree (pk)',
    },
  ]);
  await owner.query(`select setval('people.person_read_pk_seq', 3000000000)`);
  const { rows } = await owner.query(
    `insert into people.person_read (person_pk, role, subject, request_id, fields)
    select pk, 'ADMIN', 'test', 'late', '{email}' from people.person returning pk::float8`,
  );
  expect(rows).toEqual([{ pk: 3_000_000_001 }]);
  const { rows: left } = await owner.query(
    `select attname from pg_attribute where attrelid = 'people.person_read'::regclass and attname like '%wide%'
    union all select conname from pg_constraint where conname like '%wide%' union all select proname from pg_proc where proname like '%widen%'`,
  );
  expect(left).toEqual([]);
});
