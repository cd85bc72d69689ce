import { type ExecutionResult, GraphQLError } from 'graphql';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Reader } from '../../../kit/database/reader.js';
import type { RequestSession } from '../../../kit/database/request-session.js';
import { openSessions, type Sessions } from '../../../kit/database/sessions.js';
import { logger } from '../../../kit/logger.js';
import { type RequestContext, runRequest } from '../../../kit/request.js';
import { runWrite } from '../../../kit/run-write.js';
import { type FreshDatabase, freshDatabase } from '../../testkit/postgres.js';
import { ADMIN } from '../../testkit/subgraph.js';

/** The commit of a row takes as long as its note says, or breaks the connection, or is refused. */
const TABLES = `
  create schema toy;
  create table toy.entry (id int primary key generated always as identity, note text not null, by text);
  create table toy.counter (n int not null);
  create function toy.at_commit() returns trigger language plpgsql as $$ begin
    if new.note = 'slow' then perform pg_sleep(1); end if;
    if new.note = 'lost' then perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(1); end if;
    if new.note = 'refused' then raise unique_violation; end if;
    return null;
  end $$;
  create constraint trigger at_commit after insert on toy.entry deferrable initially deferred for each row execute function toy.at_commit();
  grant usage on schema toy to hub_app;
  grant select, insert, update on all tables in schema toy to hub_app;
`;

let database: FreshDatabase;
let sessions: Sessions;
let owner: pg.Client;
beforeAll(async () => {
  logger.level = 'silent';
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(TABLES);
  sessions = openSessions(database.applicationUrl);
});
beforeEach(async () => {
  await owner.query('truncate toy.entry, toy.counter; insert into toy.counter values (0)');
});
afterAll(async () => {
  await sessions.close();
  await owner.end();
  await database.drop();
});

const insert = (note: string | null) => ({
  text: `insert into toy.entry (note, by) values ($1, current_setting('hub.subject')) returning id`,
  values: [note],
});

const notes = async () => (await owner.query('select note from toy.entry order by id')).rows.map(({ note }) => note);

/** One root field, answered by a resolver. */
function change(work: (session: RequestSession) => Promise<unknown>, signal?: AbortSignal): Promise<ExecutionResult> {
  const request: RequestContext = { requestId: 'r-1', viewer: ADMIN, ...(signal && { signal }) };
  return runWrite(request, async (own) => {
    try {
      return { data: { field: await work(sessions.of(own)) } };
    } catch (error) {
      return { data: { field: null }, errors: [new GraphQLError(String(error))] };
    }
  });
}

const codeOf = ({ errors }: ExecutionResult) => errors?.map(({ extensions, message }) => [extensions.code, message]);

test('a change is committed under its viewer before it is answered', async () => {
  const { data } = await change(async (session) => {
    await session.query(insert('one'));
    return (await session.query({ text: 'select note, by, current_user as role from toy.entry', values: [] })).rows[0];
  });
  expect(data).toEqual({ field: { note: 'one', by: 'test', role: 'hub_app' } });
  expect(await notes()).toEqual(['one']);
});

test('nothing is written where the root field fails, and all of it where only a part of its answer does', async () => {
  await change(async (session) => {
    await session.query(insert('one'));
    throw new Error('no');
  });
  expect(await notes()).toEqual([]);
  await runWrite({ requestId: 'r-1', viewer: ADMIN }, async (own) => {
    await sessions.of(own).query(insert('two'));
    return { data: { field: { part: null } }, errors: [new GraphQLError('no', { path: ['field', 'part'] })] };
  });
  expect(await notes()).toEqual(['two']);
});

test('a statement that fails takes the whole change with it, also where nobody says so', async () => {
  const answer = await change(async (session) => {
    await session.query(insert('one'));
    await session.query(insert(null)).catch(() => undefined);
    return 'well';
  });
  expect(answer).toMatchObject({ data: null, errors: [{ message: expect.stringMatching(/not committed/) }] });
  const later = await change(async (session) => {
    await session.query(insert(null)).catch(() => undefined);
    return (await session.query(insert('two'))).rows;
  });
  expect(later.errors).toHaveLength(1);
  expect(await notes()).toEqual([]);
});

test('a commit that is refused is an error, and one that breaks off is unknown', async () => {
  const refused = await change((session) => session.query(insert('refused')));
  expect(refused.data).toBeNull();
  expect(codeOf(refused)).toEqual([['CONFLICT', expect.stringMatching(/nothing was written/)]]);
  const lost = await change((session) => session.query(insert('lost')));
  expect(lost.data).toBeNull();
  expect(codeOf(lost)).toEqual([['OUTCOME_UNKNOWN', expect.stringMatching(/same key/)]]);
  expect((await change(async (session) => (await session.query(insert('one'))).rowCount)).data).toEqual({ field: 1 });
});

test('a change that is given up before its commit is undone, and the answer says so', async () => {
  const late = new AbortController();
  const answer = change(async (session) => {
    await session.query(insert('one'));
    late.abort();
    await session.query({ text: 'select pg_sleep(20)', values: [] });
  }, late.signal);
  expect(codeOf(await answer)).toEqual([['UNAVAILABLE', expect.stringMatching(/nothing was written/)]]);
  await change((session) => session.query(insert('two')));
  expect(await notes()).toEqual(['two']);
});

test('a change that is given up while its resolver thinks is undone as well', async () => {
  const late = new AbortController();
  let isThinking = true;
  const answer = await change(async (session) => {
    await session.query(insert('one'));
    setImmediate(() => late.abort());
    await expect.poll(() => isThinking).toBe(false);
    await session.query(insert('two'));
  }, late.signal);
  isThinking = false;
  expect(codeOf(answer)).toEqual([['UNAVAILABLE', expect.stringMatching(/nothing was written/)]]);
  await expect.poll(notes).toEqual([]);
});

test('the outcome of a change that is given up while it commits is unknown: it may take effect', async () => {
  const late = new AbortController();
  const answer = change((session) => session.query(insert('slow')), late.signal);
  const committing = `select 1 from pg_stat_activity where query = 'commit' and state = 'active' and datname = current_database()`;
  await expect.poll(async () => (await owner.query(committing)).rowCount).toBe(1);
  late.abort();
  expect(codeOf(await answer)).toEqual([['OUTCOME_UNKNOWN', expect.stringMatching(/may have taken effect/)]]);
  expect(await notes()).toEqual([]);
  await expect.poll(notes, { timeout: 10_000 }).toEqual(['slow']);
});

test('changes of one row at the same time all take effect', async () => {
  const add = { text: 'update toy.counter set n = n + 1', values: [] };
  const answers = await Promise.all(Array.from({ length: 40 }, () => change((session) => session.query(add))));
  expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
  expect((await owner.query('select n from toy.counter')).rows).toEqual([{ n: 40 }]);
});

test('what is kept in memory gives way to a change of this process, before anybody tells of it', async () => {
  await sessions.listen();
  const rows = sessions.keptRows('toy');
  const read = () =>
    runRequest({ requestId: 'r-1', viewer: ADMIN }, (one) =>
      new Reader(sessions.of(one), { rows, sameForAll: true }).rows(sql`select n from toy.counter`),
    );
  expect(await read()).toEqual([{ n: 0 }]);
  await owner.query('update toy.counter set n = 5');
  // The table tells nobody of its writes, so that this one goes unnoticed.
  expect(await read()).toEqual([{ n: 0 }]);
  await change((session) => session.query({ text: 'update toy.counter set n = n + 1', values: [] }));
  expect(await read()).toEqual([{ n: 6 }]);
});
