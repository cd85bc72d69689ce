import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isMigrated, migrate } from '../../../kit/database/migrate.js';
import { openPool } from '../../../kit/database/pool.js';
import { type Preparation, prepareDatabase } from '../../../kit/database/prepare.js';
import { Session } from '../../../kit/database/session.js';
import { OperatorError } from '../../../kit/errors.js';
import { roleOf } from '../../../kit/postgres/application-role.js';
import { withClient } from '../../../kit/postgres/database.js';
import { runRequest } from '../../../kit/request.js';
import { databaseOf, type Subgraph } from '../../../kit/subgraph.js';
import { PUBLIC } from '../../../kit/viewer.js';
import { people } from '../../../subgraphs/people/subgraph.js';
import { type FreshDatabase, freshDatabase } from '../../testkit/postgres.js';

/** People without their first rows: they refer to companies, which are not here. */
const subgraph: Subgraph = { ...people, seed: [] };

/** The same as a later version of the hub has it. */
const later: Subgraph = {
  ...subgraph,
  database: {
    ...people.database,
    functions: people.database.functions?.map((each) => ({ ...each, text: `${each.text} ` })),
  },
};

let database: FreshDatabase;
let owner: pg.Client;
beforeEach(async () => {
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterEach(async () => {
  await owner.end();
  await database.drop();
});

const preparation = (...subgraphs: Subgraph[]): Preparation => ({
  subgraphs,
  ...database,
  lookup: async (_typeName, _keyField, keys) => keys.map(() => null),
  owners: {},
});

const start = (one = subgraph, mayMigrate = true) => prepareDatabase(preparation(one), mayMigrate);
const isReady = (one = subgraph) => isMigrated(databaseOf(one), database.ownerUrl, roleOf(database.applicationUrl));

/** Where the tables, functions, triggers and rights of the schema stand in PostgreSQL's own tables: whoever makes one again moves it. */
const places = async () => {
  const { rows } = await owner.query(`
    select 'relation ' || relname as name, ctid::text from pg_class where relnamespace = 'people'::regnamespace and relname not like 'pg_toast%'
    union all select 'function ' || proname, ctid::text from pg_proc where pronamespace = 'people'::regnamespace
    union all select 'trigger ' || tgrelid, ctid::text from pg_trigger where tgname = 'tell_change'
    union all select 'schema', ctid::text from pg_namespace where nspname = 'people'`);
  return Object.fromEntries(rows.map(({ name, ctid }) => [name, ctid]));
};

const rightsOn = async (table: string) => {
  const { rows } = await owner.query(
    `select privilege_type as right from pg_class, aclexplode(relacl) where oid = $1::regclass and grantee = $2::regrole order by 1`,
    [table, roleOf(database.applicationUrl)],
  );
  return rows.map(({ right }) => right);
};

test('a start that finds its version changes nothing', async () => {
  await start();
  const before = await places();
  expect(Object.keys(before).length).toBeGreaterThan(20);
  await start();
  expect(await places()).toEqual(before);
});

test('rights are never missing while requests run beside starts, those of other versions included', async () => {
  await start();
  const pool = openPool(database.applicationUrl);
  let isOver = false;
  const outcomes = new Map<string, number>();
  const ask = async () => {
    while (!isOver) {
      const outcome = await runRequest({ requestId: 'r-1', viewer: PUBLIC }, async (request) => {
        const session = new Session(pool, request);
        await session.query({ text: 'select from people.person limit 1', values: [] });
        await session.query({ text: 'select from people.placement limit 1', values: [] });
        return 'answered';
      }).catch((error) => error.message);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
  };
  const asking = Promise.all([ask(), ask(), ask(), ask()]);
  for (let turn = 0; turn < 4; turn += 1) {
    await Promise.all([start(), start()]);
    await Promise.all([start(later), start(later)]);
  }
  isOver = true;
  await asking;
  await pool.end();
  expect([...outcomes.keys()]).toEqual(['answered']);
  expect(outcomes.get('answered')).toBeGreaterThan(50);
});

test('rights that are missing are given, and those that are too many are taken away', async () => {
  await start();
  const role = pg.escapeIdentifier(roleOf(database.applicationUrl));
  await owner.query(`revoke select on people.person from ${role}; grant update, select on people.placement to ${role}`);
  expect(await isReady()).toBe(false);
  await start();
  expect(await isReady()).toBe(true);
  expect(await rightsOn('people.person')).toEqual(['SELECT']);
  expect(await rightsOn('people.placement')).toEqual(['SELECT']);
  expect(await rightsOn('people.person_read')).toEqual(['INSERT', 'SELECT']);
});

test('a function that somebody has changed is what the code says again', async () => {
  await start();
  const [first] = people.database.functions ?? [];
  const isOpen = async () => {
    const { rows } = await owner.query(`select has_function_privilege('public', $1, 'execute') as open`, [
      first?.signature,
    ]);
    return rows[0]?.open;
  };
  await owner.query(`grant execute on function ${first?.signature} to public`);
  expect([await isReady(), await isOpen()]).toEqual([false, true]);
  await start();
  expect([await isReady(), await isOpen()]).toEqual([true, false]);
});

describe('beside a transaction that writes', () => {
  beforeEach(async () => {
    await start();
    await owner.query(`begin; insert into people.person (reference) values ('someone')`);
  });

  test('a start waits for nobody', async () => {
    await start();
    const { rows } = await owner.query('select reference from people.person');
    expect(rows).toEqual([{ reference: 'someone' }]);
  });

  test('one of another version whose functions alone differ waits for nobody', async () => {
    await start(later);
    expect(await isReady(later)).toBe(true);
  });

  test('one that has to change the table that is written to gives up, and says why', async () => {
    await withClient(database.ownerUrl, (client) =>
      client.query(`comment on schema people is 'corridor-hub older'; drop trigger tell_change on people.office`),
    );
    // The transaction holds this table, too.
    await owner.query(`insert into people.office (person_pk, title) select pk, 'x' from people.person`);
    const refusal = await start().catch((error) => error);
    expect(refusal).toBeInstanceOf(OperatorError);
    expect(refusal.message).toBe(
      'a transaction has held a table that has to change for more than 5 seconds: end it or wait for its end, and start again',
    );
    await owner.query('rollback');
    await start();
    expect(await isReady()).toBe(true);
  }, 30_000);
});

test('where a job migrates, a process that serves changes nothing and says what to do', async () => {
  const refusal = await start(subgraph, false).catch((error) => error);
  expect(refusal).toBeInstanceOf(OperatorError);
  expect(refusal.message).toBe(
    'the database is not what this version of the hub needs (people), and HUB_MIGRATE=job keeps this process from changing it: run npm run migrate, or set HUB_MIGRATE=start',
  );
  const { rows } = await owner.query(`select from pg_namespace where nspname = 'people'`);
  expect(rows).toEqual([]);
  await start();
  await start(subgraph, false);
  await expect(start(later, false)).rejects.toThrow('run npm run migrate');
});

test('processes that start at the same time prepare an empty database once', async () => {
  await Promise.all([start(), start(), start()]);
  expect(await isReady()).toBe(true);
  const { rows } = await owner.query('select count(*)::int as count from people.migration');
  expect(rows).toEqual([{ count: people.database.migrations.length }]);
});

test('what prepares holds its lock in a transaction, so that a connection that a pooler keeps holds none', async () => {
  await start();
  await migrate(databaseOf(later), database.ownerUrl, database.applicationUrl);
  const { rows } = await owner.query(
    `select from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`,
  );
  expect(rows).toEqual([]);
});
