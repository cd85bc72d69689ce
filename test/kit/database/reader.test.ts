import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { explainDatabaseError } from '../../../kit/database/database-error.js';
import { type Connections, openPool } from '../../../kit/database/pool.js';
import { Reader } from '../../../kit/database/reader.js';
import { Session } from '../../../kit/database/session.js';
import { runRequest } from '../../../kit/request.js';
import { PUBLIC } from '../../../kit/viewer.js';
import { type FreshDatabase, freshDatabase } from '../../testkit/postgres.js';

let database: FreshDatabase;
let pool: Connections;
beforeAll(async () => {
  database = await freshDatabase();
  pool = openPool(database.applicationUrl);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** Counts as many values as it is given. */
const count = (values: number) =>
  runRequest({ requestId: 'r-1', viewer: PUBLIC }, (request) => {
    const list = sql.join(Array.from({ length: values }, (_, n) => n));
    return new Reader(new Session(pool, request)).rows(
      sql`select count(*)::int as count from unnest(array[${list}]::int[])`,
    );
  });

test('a statement of as many values as PostgreSQL takes is answered, and one of more is refused as too large', async () => {
  expect(await count(65_535)).toEqual([{ count: 65_535 }]);
  await expect(count(65_536)).rejects.toMatchObject({ extensions: { code: 'LIMIT_EXCEEDED' } });
  expect(await count(3)).toEqual([{ count: 3 }]);
});

const failure = (code: string, severity = 'ERROR') =>
  Object.assign(new pg.DatabaseError('x', 1, 'error'), { code, severity });

test.each([
  ['a lost connection', failure('08006'), 'UNAVAILABLE'],
  ['too many connections', failure('53300', 'FATAL'), 'UNAVAILABLE'],
  ['a server that shuts down', failure('57P01', 'FATAL'), 'UNAVAILABLE'],
  ['a pooler that ends the connection', failure('08P01', 'FATAL'), 'UNAVAILABLE'],
  ['a wrong message of ours', failure('08P01'), undefined],
  ['a missing right', failure('42501'), undefined],
])('%s: the code is that of what happened', (_, error, code) => {
  const explained = explainDatabaseError(error) as { extensions?: { code: string } };
  expect(explained.extensions?.code).toBe(code);
  if (!code) expect(explained).toBe(error);
});
