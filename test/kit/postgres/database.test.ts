import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, dropDatabase, hasDatabase, urlOf, withClient } from '../../../kit/postgres/database.js';
import { type FreshDatabase, freshDatabase } from '../../testkit/postgres.js';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const run = (url: string, sql: string) => withClient(url, async (client) => (await client.query(sql)).rows);
const DENIED = { code: '42501' };

describe('the owner of a database', () => {
  it('creates schemas, and lets the application use them', async () => {
    await run(database.ownerUrl, 'CREATE SCHEMA people; CREATE TABLE people.person AS SELECT 1 AS id');
    await expect(run(database.applicationUrl, 'TABLE people.person')).rejects.toMatchObject(DENIED);
    await run(database.ownerUrl, 'GRANT USAGE ON SCHEMA people TO hub_app; GRANT SELECT ON people.person TO hub_app');
    expect(await run(database.applicationUrl, 'TABLE people.person')).toEqual([{ id: 1 }]);
  });

  it('hands a function to hub_stats', async () => {
    await run(database.ownerUrl, 'CREATE SCHEMA stats; GRANT ALL ON SCHEMA stats TO hub_stats');
    await run(database.ownerUrl, 'CREATE FUNCTION stats.one() RETURNS int LANGUAGE sql RETURN 1');
    await run(database.ownerUrl, 'ALTER FUNCTION stats.one OWNER TO hub_stats');
    const owner = "SELECT proowner::regrole::text AS owner FROM pg_proc WHERE oid = 'stats.one'::regproc";
    expect(await run(database.ownerUrl, owner)).toEqual([{ owner: 'hub_stats' }]);
  });

  it('is bound by a forced policy of its own', async () => {
    await run(database.ownerUrl, 'CREATE SCHEMA secret; CREATE TABLE secret.row AS SELECT 1 AS id');
    await run(database.ownerUrl, 'ALTER TABLE secret.row ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY');
    expect(await run(database.ownerUrl, 'TABLE secret.row')).toEqual([]);
  });
});

describe('the application', () => {
  it.each([
    'CREATE SCHEMA mine',
    'CREATE TABLE public.mine (id int)',
    'CREATE TEMPORARY TABLE mine (id int)',
    'CREATE ROLE mine',
    'CREATE DATABASE mine',
    'ALTER ROLE hub_app BYPASSRLS',
    'SET ROLE hub_owner',
    'SET ROLE hub_stats',
  ])('may not %s', async (sql) => {
    await expect(run(database.applicationUrl, sql)).rejects.toMatchObject(DENIED);
  });
});

describe('a database', () => {
  it('orders text by code point and knows the letters of every language', async () => {
    const sql =
      "SELECT upper('é') AS upper, (SELECT string_agg(w, '' ORDER BY w) FROM unnest('{a,B,é,Z}'::text[]) w) AS sorted";
    expect(await run(database.ownerUrl, sql)).toEqual([{ upper: 'É', sorted: 'BZaé' }]);
  });

  it('is dropped under open connections, and dropping it twice is no fault', async () => {
    const name = 'odd "name" of a test';
    await createDatabase(database.ownerUrl, name);
    await withClient(urlOf(database.ownerUrl, name), async () => {
      await dropDatabase(database.ownerUrl, name);
      expect(await hasDatabase(database.ownerUrl, name)).toBe(false);
    });
    await dropDatabase(database.ownerUrl, name);
  });
});
