import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { OperatorError } from '../errors.js';
import { withClient } from '../postgres/database.js';

/** How long a change of tables may wait for others. Whoever comes after it waits as well, so that it is short. */
const WAIT_SECONDS = 5;

/** How long another process may prepare the database, its first filling included. */
const PREPARE_SECONDS = 120;

const TRY_AGAIN_MS = 100;

const LOCK_NOT_AVAILABLE = '55P03';

/** What a transaction that changes tables says first: it waits for others for a short while only, and works as long as it takes. */
export function patience(): string[] {
  const settings = {
    lock_timeout: `${WAIT_SECONDS}s`,
    statement_timeout: '0',
    idle_in_transaction_session_timeout: '0',
  };
  return Object.entries(settings).map(([name, value]) => `set local ${name} = '${value}'`);
}

/**
 * Runs `work`, which changes tables, functions or rights with {@link patience}.
 * @throws OperatorError where others hold for long what it has to change
 */
export async function givingUp<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refusal = [error, (error as Error).cause].find((each) => each instanceof pg.DatabaseError);
    if (refusal?.code !== LOCK_NOT_AVAILABLE) throw error;
    throw new OperatorError(
      `a transaction has held a table that has to change for more than ${WAIT_SECONDS} seconds: end it or wait for its end, and start again`,
      { cause: error },
    );
  }
}

/** Runs `work` as one transaction that changes tables, functions or rights. */
export function changing<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return givingUp(() => transaction(ownerUrl, work));
}

/**
 * Runs `work` while no other process prepares the same database. The lock belongs to a transaction of its own and ends with it, also behind a
 * pooler, and when this process is killed. It is tried again and again: a statement that waits for it would keep indexes from being built
 * concurrently.
 */
export function alone<T>(ownerUrl: string, work: () => Promise<T>): Promise<T> {
  return transaction(ownerUrl, async (client) => {
    const deadline = performance.now() + PREPARE_SECONDS * 1_000;
    while (!(await isFirst(client))) {
      if (performance.now() > deadline) {
        throw new OperatorError(
          `another process has been preparing the database for more than ${PREPARE_SECONDS} seconds: end it or wait for its end, and start again`,
        );
      }
      await sleep(TRY_AGAIN_MS);
    }
    return work();
  });
}

async function isFirst(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended('corridor-hub prepare', 0)) as locked`,
  );
  return rows[0]?.locked === true;
}

function transaction<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return withClient(url, async (client) => {
    await client.query(['begin', ...patience()].join('; '));
    const result = await work(client);
    await client.query('commit');
    return result;
  });
}
