import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../kit/database/migrate.js';
import { databaseOf } from '../../kit/subgraph.js';
import * as subgraphs from '../../subgraphs/index.js';
import { type FreshDatabase, freshDatabase } from '../testkit/postgres.js';

/** What keeping rows in memory takes for granted of the tables. */
let database: FreshDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  for (const subgraph of Object.values(subgraphs)) {
    await migrate(databaseOf(subgraph), database.ownerUrl, database.applicationUrl);
  }
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const schemas = Object.values(subgraphs).map((subgraph) => databaseOf(subgraph).schema);
const tables = async (sql: string): Promise<string[]> =>
  (await owner.query(sql, [schemas])).rows.map(({ name }: { name: string }) => name);

test('every table tells of writes, but for those that requests add to', async () => {
  const silent = await tables(`
    select format('%s.%s', schemaname, tablename) as name from pg_tables
    where schemaname = any($1) and tablename <> 'migration' and not exists (
      select from pg_trigger where tgrelid = format('%I.%I', schemaname, tablename)::regclass and tgname = 'tell_change' and tgenabled = 'A')`);
  expect(silent).toEqual(['people.person_read']);
  expect(
    await tables(`select format('%s.%s', schemaname, tablename) as name from pg_policies
      where schemaname = any($1) and cmd = 'INSERT'`),
  ).toEqual(silent);
});

test('what a viewer sees depends on the role and the company alone', async () => {
  expect(
    await tables(`select distinct format('%s.%s', schemaname, tablename) as name from pg_policies
      where schemaname = any($1) and cmd = 'SELECT'
      and exists (select from regexp_matches(qual, 'current_setting\\(''([^'']+)''', 'g') setting
        where setting[1] not in ('hub.role', 'hub.company'))`),
  ).toEqual([]);
});
