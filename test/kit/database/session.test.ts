import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../../kit/database/migrate.js';
import { CONNECTIONS, type Connections, openPool } from '../../../kit/database/pool.js';
import { Session } from '../../../kit/database/session.js';
import { statementName } from '../../../kit/database/statement-names.js';
import { type RequestContext, runRequest } from '../../../kit/request.js';
import { databaseOf } from '../../../kit/subgraph.js';
import type { Viewer } from '../../../kit/viewer.js';
import { people } from '../../../subgraphs/people/subgraph.js';
import { type FreshDatabase, freshDatabase } from '../../testkit/postgres.js';
import { ADMIN } from '../../testkit/subgraph.js';

const MINISTRY: Viewer = { role: 'MINISTRY', subject: 'officer', company: null, expiresAt: null };

let database: FreshDatabase;
let pool: Connections;
beforeAll(async () => {
  database = await freshDatabase();
  await migrate(databaseOf(people), database.ownerUrl, database.applicationUrl);
  pool = openPool(database.applicationUrl);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const say = (text: string, values: unknown[] = []) => ({ text, values });

/** One request with a session of its own. */
function inSession<T>(viewer: Viewer, work: (session: Session) => Promise<T>, signal?: AbortSignal): Promise<T> {
  const request: RequestContext = { requestId: 'r-1', viewer, ...(signal && { signal }) };
  return runRequest(request, (one) => work(new Session(pool, one)));
}

const inUse = () => pool.totalCount - pool.idleCount;

/** Read-only transactions end behind the answer. */
async function settled(): Promise<void> {
  for (let tries = 0; inUse() > 0 && tries < 200; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(inUse()).toBe(0);
}

test('a request has one transaction, which says who asks and forgets it at the end', async () => {
  const setting = `select current_setting('hub.role', true) as role, current_setting('hub.subject', true) as subject,
    txid_current_if_assigned() is null as reads, pg_backend_pid() as pid, now() as began`;
  const [first, second] = await inSession(MINISTRY, async (session) => {
    const one = await session.query(say(setting));
    await new Promise((resolve) => setTimeout(resolve, 5));
    return [one.rows[0], (await session.query(say(setting))).rows[0]];
  });
  expect(first).toMatchObject({ role: 'MINISTRY', subject: 'officer' });
  expect(second).toEqual(first);
  await settled();
  const { rows } = await pool.query(`select nullif(current_setting('hub.role', true), '') as role`);
  expect(rows).toEqual([{ role: null }]);
});

test('it reads only, unless what it reads is recorded', async () => {
  const mode = async (viewer: Viewer) =>
    (await inSession(viewer, (session) => session.query(say('show transaction_read_only')))).rows[0]
      ?.transaction_read_only;
  expect(await mode(MINISTRY)).toBe('on');
  expect(await mode(ADMIN)).toBe('off');
});

test('a subject with quotes in it is a subject, and no SQL', async () => {
  const subject = `o'; set role hub_owner; --\\`;
  const { rows } = await inSession({ ...MINISTRY, subject }, (session) =>
    session.query(say(`select current_setting('hub.subject') as subject`)),
  );
  expect(rows).toEqual([{ subject }]);
});

test('a statement that is to be planned anew is, and those around it are not, even where it fails', async () => {
  const mode = { text: `select current_setting('plan_cache_mode') as mode`, values: [] };
  const modes = await inSession(ADMIN, async (session) => {
    const around = [session.query(mode), session.query({ ...mode, plannedAnew: true }), session.query(mode)];
    const failing = session.query({ text: 'select 1 / $1::int', values: [0], plannedAnew: true });
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    return Promise.all([...around, session.query(mode), session.query({ ...mode, plannedAnew: true })]);
  });
  const [generic, custom] = ['force_generic_plan', 'force_custom_plan'];
  expect(modes.map(({ rows }) => rows[0]?.mode)).toEqual([generic, custom, generic, generic, custom]);
});

test('a statement that fails takes only itself away, whether others follow at once or later', async () => {
  const [bad, ...good] = await inSession(ADMIN, async (session) => {
    const at = await Promise.allSettled([
      session.query(say('select 1 / $1::int', [0])),
      session.query(say('select 2 as n')),
      session.query(say('select 3 as n')),
    ]);
    return [...at, ...(await Promise.allSettled([session.query(say(`select current_setting('hub.role') as n`))]))];
  });
  expect(bad?.status).toBe('rejected');
  expect(good.map((each) => (each.status === 'fulfilled' ? each.value.rows[0].n : each.reason))).toEqual([
    2,
    3,
    'ADMIN',
  ]);
});

test('a statement that is prepared while the transaction fails is prepared again', async () => {
  const named = { name: 'answer', text: 'select $1::int as n', values: [42] };
  const answers = await inSession(ADMIN, async (session) => {
    await session.query(say('select 1'));
    const [bad, ...rest] = await Promise.allSettled([
      session.query(say('select 1 / $1::int', [0])),
      session.query(named),
      session.query(named),
      session.query(named),
    ]);
    expect(bad?.status).toBe('rejected');
    return rest;
  });
  expect(answers.map((each) => (each.status === 'fulfilled' ? each.value.rows[0].n : each.reason))).toEqual([
    42, 42, 42,
  ]);
});

test('a statement is worth a name when it comes a second time, and keeps it', () => {
  const text = `select 'a statement of this test'`;
  expect(statementName(text)).toBeUndefined();
  const name = statementName(text);
  expect(name).toMatch(/^hub_[\w-]{27}$/);
  expect(statementName(text)).toBe(name);
});

test('what was read is recorded in its transaction, also after a statement has failed', async () => {
  await pool.query('select 1');
  const error = await inSession(ADMIN, async (session) => {
    session.writeBeforeCommit(async (query) => {
      await query(
        say('insert into people.person_read (person_pk, role, subject, request_id, fields) values (1, 2, 3, 4, 5)'),
      );
    });
    await session.query(say('select 1'));
  }).catch((reason) => reason);
  // The answer does not leave where the record cannot be written.
  expect(error).toBeInstanceOf(Error);
  await settled();
});

test('more requests at once than connections are all served, and every connection comes back', async () => {
  const answers = await Promise.all(
    Array.from({ length: CONNECTIONS * 5 }, (_, n) =>
      inSession(
        ADMIN,
        async (session) => (await session.query(say('select $1::int as n, pg_sleep(0.005)', [n]))).rows[0]?.n,
      ),
    ),
  );
  expect(answers).toEqual(Array.from({ length: CONNECTIONS * 5 }, (_, n) => n));
  await settled();
});

test.each(['thrown', 'aborted'])('connections come back from requests that were %s', async (how) => {
  await Promise.all(
    Array.from({ length: CONNECTIONS * 2 }, async () => {
      const leaving = new AbortController();
      await inSession(
        ADMIN,
        async (session) => {
          await session.query(say('select 1'));
          if (how === 'thrown') throw new Error('gone');
          setTimeout(() => leaving.abort(), 5);
          await session.query(say('select pg_sleep(20)'));
        },
        leaving.signal,
      ).catch(() => undefined);
    }),
  );
  await settled();
  expect((await inSession(ADMIN, (session) => session.query(say('select 1 as n')))).rows).toEqual([{ n: 1 }]);
});

test('what was read does not leave where it cannot be recorded, because the request was given up', async () => {
  const leaving = new AbortController();
  let recorded = false;
  const answer = inSession(
    ADMIN,
    async (session) => {
      session.writeBeforeCommit(async () => {
        recorded = true;
      });
      await session.query(say('select 1'));
      leaving.abort();
      return 'the passport number';
    },
    leaving.signal,
  );
  await expect(answer).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
  expect(recorded).toBe(false);
  await settled();
});

test('a request that is over before it has a connection gives back what it gets', async () => {
  const left = AbortSignal.abort();
  await expect(inSession(ADMIN, (session) => session.query(say('select 1')), left)).rejects.toThrow('over');
  await settled();
});

const somewhereElse = (one: RequestContext, wait: () => Promise<unknown>) => one.elsewhere?.answer(wait);

test('a request that waits for another process holds no connection, and reads on in a transaction of its viewer', async () => {
  const setting = say(`select current_setting('hub.subject', true) as subject, now() as began`);
  const [first, second] = await runRequest({ requestId: 'r-1', viewer: MINISTRY }, async (one) => {
    const session = new Session(pool, one);
    const before = (await session.query(setting)).rows[0];
    await somewhereElse(one, settled);
    return [before, (await session.query(setting)).rows[0]];
  });
  expect(first?.subject).toBe('officer');
  expect(second?.subject).toBe('officer');
  expect(second?.began).not.toEqual(first?.began);
  await settled();
});

test('what was read is recorded before a request waits for another process, and once', async () => {
  const records: string[] = [];
  await runRequest({ requestId: 'r-1', viewer: ADMIN }, async (one) => {
    const session = new Session(pool, one);
    const record = (name: string) =>
      session.writeBeforeCommit(async (query) => {
        await query(say('select 1'));
        records.push(name);
      });
    record('first');
    await session.query(say('select 1'));
    await somewhereElse(one, () => expect.poll(() => records).toEqual(['first']));
    await session.query(say('select 1'));
    record('second');
  });
  expect(records).toEqual(['first', 'second']);
  await settled();
});

test('what could not be recorded before a request waits for another process does not leave', async () => {
  const answer = runRequest({ requestId: 'r-1', viewer: ADMIN }, async (one) => {
    const session = new Session(pool, one);
    session.writeBeforeCommit(async (query) => void (await query(say('insert into people.nowhere values (1)'))));
    await session.query(say('select 1'));
    await somewhereElse(one, settled);
    return 'the passport number';
  });
  await expect(answer).rejects.toThrow(/nowhere/);
});

test('requests that wait for another process hold up nobody, nor does one that reads meanwhile', async () => {
  let answerAll: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => {
    answerAll = resolve;
  });
  const waiting = Array.from({ length: CONNECTIONS * 2 }, () =>
    runRequest({ requestId: 'r-1', viewer: MINISTRY }, async (one) => {
      const session = new Session(pool, one);
      const both = [session.query(say('select pg_sleep(0.01)')), somewhereElse(one, () => answered)];
      await Promise.all(both);
      return (await session.query(say('select 1 as n'))).rows[0]?.n;
    }),
  );
  await settled();
  expect((await inSession(ADMIN, (session) => session.query(say('select 1 as n')))).rows).toEqual([{ n: 1 }]);
  answerAll();
  expect(await Promise.all(waiting)).toEqual(new Array(CONNECTIONS * 2).fill(1));
});
