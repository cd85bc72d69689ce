import pg from 'pg';
import { UnavailableError } from '../errors.js';
import { logger } from '../logger.js';
import type { RequestContext } from '../request.js';
import { begin, checkOpened, isRecorded } from './begin.js';
import { coalesce } from './coalesce.js';
import { isConnectionFailure } from './database-error.js';
import type { Connections } from './pool.js';

/** What has to be written, before the transaction ends, about what was read in it. */
export type BeforeCommit = (query: Query) => Promise<void>;
export type Query = (statement: Statement) => Promise<pg.QueryResult>;

export interface Statement {
  /** Under which the connection keeps it prepared. */
  readonly name?: string | undefined;
  readonly text: string;
  readonly values: unknown[];
  /** Whether it is planned for these very values, because a plan for any would be a bad one for many. */
  readonly plannedAnew?: boolean | undefined;
}

/**
 * One request's transaction, under its viewer: the policies of the tables read the session variables that it sets. It is opened with
 * the first statement and sees one state of the data throughout. It reads only, unless the viewer is one whose reads of people are
 * recorded.
 *
 * No answer leaves before it is known that the transaction is what it must be. Where it is not, the whole session is refused.
 */
export class Session {
  private connection: Promise<pg.PoolClient> | undefined;
  private opened: Promise<void> = Promise.resolve();
  private beforeCommit: BeforeCommit | undefined;
  private running = 0;
  private transactions = 1;
  private failedIn = 0;
  private over = false;

  constructor(
    private readonly pool: Connections,
    private readonly request: RequestContext,
    /** A moment before its transaction began, by the writes that were heard of. */
    readonly since?: number,
  ) {}

  /** Names those who see the same rows: policies look at nothing else of a viewer. */
  get sees(): string {
    const { role, company } = this.request.viewer;
    return `${role} ${company ?? ''}`;
  }

  async query(statement: Statement): Promise<pg.QueryResult> {
    this.connection ??= this.open();
    const client = await this.connection;
    if (this.over) throw new UnavailableError('the request is over');
    this.running += 1;
    try {
      return await this.run(client, statement);
    } finally {
      this.running -= 1;
    }
  }

  /** A statement that fails spoils the transaction for those after it: they begin another one, so that each part answers for itself. */
  private async run(client: pg.PoolClient, statement: Statement): Promise<pg.QueryResult> {
    const sentIn = this.transactions;
    try {
      return await this.answer(client, statement);
    } catch (error) {
      if (!this.isSpoilt(error, sentIn)) throw error;
      if (sentIn === this.transactions) this.beginAgain(client);
      await this.opened;
      // Without its name: whether the connection still knows it is open now.
      return this.answer(client, { ...statement, name: undefined });
    }
  }

  /** Whether a statement failed for no reason of its own. A missing name in a transaction that nothing spoilt before is a pooler's doing. */
  private isSpoilt(error: unknown, sentIn: number): boolean {
    if (!(error instanceof pg.DatabaseError)) return false;
    const isMisprepared = MISPREPARED.has(error.code ?? '');
    if (isMisprepared && this.failedIn !== sentIn) this.pool.statementLost();
    this.failedIn = sentIn;
    return isMisprepared || error.code === ABORTED;
  }

  /** What a statement answers, which leaves in one message with the opening of the transaction. */
  private async answer(client: pg.PoolClient, statement: Statement): Promise<pg.QueryResult> {
    const answer = send(client, this.pool.keepsStatements ? statement : { ...statement, name: undefined });
    answer.catch(() => undefined);
    await this.opened;
    return answer;
  }

  private async open(): Promise<pg.PoolClient> {
    const { request } = this;
    const connecting = this.pool.connect();
    request.onEnd?.((failed) => this.end(failed));
    const client = await connecting;
    if (request.signal?.aborted) {
      this.over = true;
      client.release();
      return client;
    }
    request.signal?.addEventListener('abort', () => this.abort(client), { once: true });
    this.begin(client);
    return client;
  }

  private beginAgain(client: pg.PoolClient): void {
    this.transactions += 1;
    this.begin(client, 'rollback; ');
  }

  private begin(client: pg.PoolClient, before = ''): void {
    const { viewer, isProbe = false } = this.request;
    const { role } = this.pool;
    const text = begin({ viewer, role, writes: isProbe || isRecorded(viewer) });
    this.opened = send(client, before + text)
      .then((answer) => checkOpened(answer, role))
      .catch((error) => this.refuse(client, error));
    this.opened.catch(() => undefined);
  }

  /** Nothing that this session reads is to be trusted, nor is its connection. */
  private refuse(client: pg.PoolClient, error: unknown): never {
    this.abort(client);
    if (isConnectionFailure(error)) throw error;
    const { requestId } = this.request;
    logger.error(
      { err: error, requestId },
      `no transaction can be opened as ${this.pool.role}: the request is refused`,
    );
    throw new UnavailableError('the database does not answer');
  }

  /** Has work done in the transaction before its end; what it writes is as lasting as the answer is out. */
  writeBeforeCommit(work: BeforeCommit): void {
    this.beforeCommit = work;
  }

  /** Nobody waits for the answer any more: the connection goes, and with it the work of the server. */
  private abort(client: pg.PoolClient): void {
    if (this.over) return;
    this.over = true;
    cut(client);
  }

  private async end(failed: boolean): Promise<void> {
    const client = await this.connection?.catch(() => undefined);
    if (!client) return;
    if (failed || this.running > 0) this.abort(client);
    if (this.over) {
      // What was shown and could not be recorded must not leave.
      if (this.beforeCommit) throw new UnavailableError('what was read could not be recorded');
      return;
    }
    this.over = true;
    if (!this.beforeCommit) {
      // Nothing hangs on the end of a transaction that only read: the answer need not wait for it, nor who takes the connection next, whose
      // first message can leave with it.
      send(client, 'commit').catch(() => client.connection.stream.destroy());
      client.release();
      return;
    }
    try {
      await this.writeDown(client, this.beforeCommit);
      client.release();
    } catch (error) {
      cut(client);
      throw error;
    }
  }

  /** Writes and commits. A statement that has lost its name spoils what was written before it, so that all is written again. */
  private async writeDown(client: pg.PoolClient, work: BeforeCommit): Promise<void> {
    const write = (names: boolean) =>
      work((statement) => this.answer(client, names ? statement : { ...statement, name: undefined }));
    try {
      await write(true);
    } catch (error) {
      if (!this.isSpoilt(error, this.transactions)) throw error;
      this.beginAgain(client);
      await this.opened;
      await write(false);
    }
    const { command } = await send(client, 'commit');
    // PostgreSQL rolls a spoilt transaction back when it is told to commit it, and calls that no error.
    if (command !== 'COMMIT') throw new UnavailableError('what was read could not be recorded');
  }
}

function send(client: pg.PoolClient, statement: Statement | string): Promise<pg.QueryResult> {
  coalesce(client.connection.stream);
  if (typeof statement === 'string' || !statement.plannedAnew) return client.query(statement as Statement);
  planned(client, 'force_custom_plan');
  const result = client.query(statement as Statement);
  planned(client, 'force_generic_plan');
  return result;
}

/** How the statements after this one are planned; where it fails, they fail as well, and say so. */
function planned(client: pg.PoolClient, mode: string): void {
  client.query(`set local plan_cache_mode = ${mode}`).catch(() => undefined);
}

/** Closes a connection without waiting for what was sent on it; the pool opens another one when it needs it. */
function cut(client: pg.PoolClient): void {
  client.connection.stream.destroy();
  client.release(true);
}

/** The transaction has failed already, and with it, maybe, the preparing of a statement. */
const ABORTED = '25P02';

/** A prepared statement is missing, or there twice. */
const MISPREPARED = new Set(['26000', '42P05']);
