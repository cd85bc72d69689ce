import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { execute, parse } from 'graphql';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Changes } from '../../../kit/database/changes.js';
import { migrate } from '../../../kit/database/migrate.js';
import { openSessions, type Sessions } from '../../../kit/database/sessions.js';
import { runRequest } from '../../../kit/request.js';
import { databaseOf, type OpenSubgraph, openSubgraph } from '../../../kit/subgraph.js';
import { PUBLIC } from '../../../kit/viewer.js';
import { sectors } from '../../../subgraphs/sectors/subgraph.js';
import { told } from '../../testkit/changes.js';
import { type FreshDatabase, freshDatabase } from '../../testkit/postgres.js';
import { recordStatements } from '../../testkit/statements.js';

let database: FreshDatabase;
let sessions: Sessions;
let subgraph: OpenSubgraph;
let owner: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  await migrate(databaseOf(sectors), database.ownerUrl, database.applicationUrl);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(`insert into sectors.sector (code, position, name_en, ssw_field, intake_status, intake_confidence)
    values ('it', 1, 'IT', false, 'OPEN', 'REPORTED')`);
  sessions = openSessions(database.applicationUrl);
  subgraph = await openSubgraph(sectors, sessions);
  await sessions.listen();
});
afterAll(async () => {
  await sessions.close();
  await owner.end();
  await database.drop();
});

const question = parse('{ sectors { code name } }');

/** The names of the sectors, and how many statements it took to read them. */
async function names(between: () => Promise<unknown> = async () => undefined): Promise<[string[], number]> {
  const { result, statements } = await recordStatements(() =>
    runRequest({ requestId: 'r', viewer: PUBLIC }, async (request) => {
      const contextValue = subgraph.createContext(request);
      await between();
      return execute({ schema: subgraph.schema, document: question, contextValue });
    }),
  );
  const rows = (result.data?.sectors ?? []) as { name: string }[];
  return [rows.map(({ name }) => name), statements.filter((text) => text.includes('"sectors"."sector"')).length];
}

test('rows that are the same for everyone are read once', async () => {
  await names();
  expect(await names()).toEqual([['IT'], 0]);
});

test.each([
  ['a statement', `update sectors.sector set name_en = 'one'`, 'one'],
  [
    'an import, which passes other triggers over',
    `set session_replication_role = replica; update sectors.sector set name_en = 'two'`,
    'two',
  ],
])('and again once %s has written', async (_, sql, name) => {
  await names();
  await owner.query(sql).finally(() => owner.query('reset session_replication_role'));
  await told();
  expect(await names()).toEqual([[name], 1]);
  expect(await names()).toEqual([[name], 0]);
});

test('a write that is taken back changes nothing', async () => {
  await names();
  const [before] = await names();
  await owner.query(`begin; update sectors.sector set name_en = 'never'; rollback`);
  await told();
  expect(await names()).toEqual([before, 0]);
});

test('what a transaction saw that began before the write is not kept', async () => {
  await owner.query(`update sectors.sector set name_en = 'three'`);
  await told();
  // The request is there before the write is heard of, and reads after.
  await names(async () => {
    await owner.query(`update sectors.sector set name_en = 'four'`);
    await told();
  });
  expect(await names()).toEqual([['four'], 1]);
});

test('nothing is kept while nobody would hear of a write, and again once somebody does', async () => {
  await names();
  const { rowCount } = await owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'corridor-hub changes' and datname = current_database()`,
  );
  expect(rowCount).toBe(1);
  await told();
  const [, ...before] = [await names(), await names()];
  expect(before).toEqual([[expect.anything(), 1]]);
  await owner.query(`update sectors.sector set name_en = 'five'`);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(await names()).toEqual([['five'], 1]);
  expect(await names()).toEqual([['five'], 0]);
});

test('a connection that is cut without a word is noticed', async () => {
  const { hostname, port } = new URL(database.applicationUrl);
  let silent = false;
  const proxy = createServer((client) => {
    const server = connect(Number(port), hostname);
    client.on('data', (bytes) => silent || server.write(bytes)).on('error', () => server.destroy());
    server.on('data', (bytes) => silent || client.write(bytes)).on('error', () => client.destroy());
    client.on('close', () => server.destroy());
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const url = new URL(database.applicationUrl);
  url.port = String((proxy.address() as AddressInfo).port);
  const changes = new Changes(url.href, { everyMs: 300, withinMs: 200 });
  await changes.listen();
  const before = changes.lastWrite('sectors');
  expect(before).toBeDefined();
  silent = true;
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(changes.lastWrite('sectors')).toBeUndefined();
  silent = false;
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(changes.lastWrite('sectors')).toBeGreaterThan(before as number);
  await changes.close();
  proxy.close();
});

test('the rows that are given out are the asker’s own', async () => {
  await names();
  const [first] = await names();
  first.push('spoilt');
  expect((await names())[0]).not.toContain('spoilt');
});
