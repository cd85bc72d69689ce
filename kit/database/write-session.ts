import pg from 'pg';
import { HubError, NothingWrittenError, OutcomeUnknownError, UnavailableError } from '../errors.js';
import { logger } from '../logger.js';
import type { RequestContext } from '../request.js';
import type { Write } from '../write.js';
import { begin, checkOpened } from './begin.js';
import { explainDatabaseError, isConnectionFailure } from './database-error.js';
import type { Connections } from './pool.js';
import { type BeforeCommit, type RequestSession, seesAs } from './request-session.js';
import { cut, type Statement, send } from './statement.js';

/**
 * The transaction of one change, which is one root field of a mutation, under its viewer. It is committed before the answer is used, or
 * nothing of it is: a statement that fails takes those before it with it. Until the commit is sent, a request that is given up undoes it.
 */
export class WriteSession implements RequestSession {
  private connection: Promise<pg.PoolClient> | undefined;
  private opened: Promise<void> = Promise.resolve();
  private beforeCommit: BeforeCommit | undefined;
  private state: 'open' | 'committing' | 'over' = 'open';

  constructor(
    private readonly pool: Connections,
    private readonly request: RequestContext,
    private readonly write: Write,
    /** Called when something may have been committed. */
    private readonly onCommit: () => void,
  ) {
    write.begin();
    request.onEnd?.((failed) => this.end(failed));
  }

  get sees(): string {
    return seesAs(this.request.viewer);
  }

  async query(statement: Statement): Promise<pg.QueryResult> {
    this.connection ??= this.open();
    const client = await this.connection;
    if (this.state !== 'open') throw new UnavailableError('the request is over');
    // Without its name: that a connection has lost a prepared statement would undo the change.
    const answer = send(client, { ...statement, name: undefined });
    answer.catch(() => undefined);
    await this.opened;
    return answer;
  }

  writeBeforeCommit(work: BeforeCommit): void {
    this.beforeCommit = work;
  }

  private async open(): Promise<pg.PoolClient> {
    const { signal, viewer } = this.request;
    const { role } = this.pool;
    const client = await this.pool.connect();
    if (this.state === 'over' || signal?.aborted) {
      this.state = 'over';
      client.release();
      return client;
    }
    signal?.addEventListener('abort', () => this.abort(client), { once: true });
    this.opened = send(client, begin({ viewer, role, writes: true, isolation: 'read committed' }))
      .then((answer) => checkOpened(answer, role))
      .catch((error) => this.refuse(client, error));
    this.opened.catch(() => undefined);
    return client;
  }

  private refuse(client: pg.PoolClient, error: unknown): never {
    this.abort(client);
    logger.error({ err: error, requestId: this.request.requestId }, 'no transaction for a change can be opened');
    throw new NothingWrittenError('The database takes no changes now');
  }

  /** The connection goes, and with it the transaction, unless its commit has left. */
  private abort(client: pg.PoolClient): void {
    if (this.state !== 'open') return;
    this.state = 'over';
    cut(client);
  }

  private async end(failed: boolean): Promise<void> {
    const client = await this.connection?.catch(() => undefined);
    if (failed) return this.undo(client);
    // Nothing was asked of it.
    if (!this.connection) return;
    if (!client || this.state === 'over') throw new NothingWrittenError('The database does not answer');
    try {
      await this.beforeCommit?.((statement) => this.query(statement));
    } catch (error) {
      this.abort(client);
      throw error;
    }
    await this.commit(client);
  }

  private undo(client: pg.PoolClient | undefined): void {
    const { state } = this;
    this.state = 'over';
    if (!client || state !== 'open') return;
    send(client, 'rollback').catch(() => client.connection.stream.destroy());
    client.release();
  }

  private async commit(client: pg.PoolClient): Promise<void> {
    if (this.state !== 'open') throw new NothingWrittenError('The request was given up');
    this.state = 'committing';
    this.write.commit();
    try {
      const { command } = await send(client, 'commit');
      // If an aborted transaction is committed, PostgreSQL rolls it back and reports no error.
      if (command !== 'COMMIT') throw new Error('a statement of this change failed, so that it was not committed');
      this.onCommit();
      client.release();
    } catch (error) {
      this.onCommit();
      const outcome = explainCommit(error);
      if (outcome instanceof OutcomeUnknownError) cut(client);
      else client.release();
      throw outcome;
    } finally {
      this.state = 'over';
    }
  }
}

/** SQLSTATEs with which a server ends a connection or does not know itself what became of a transaction. */
const UNKNOWN = /^(08|57P|40003)/;

/** What a commit that failed means. PostgreSQL has undone what it refuses; of what it says nothing, nobody knows. */
function explainCommit(error: unknown): unknown {
  const state = error instanceof pg.DatabaseError ? error.code : undefined;
  if (state === undefined ? isConnectionFailure(error) : UNKNOWN.test(state)) {
    return new OutcomeUnknownError('The database has not said what became of the change');
  }
  if (state?.startsWith('40')) return new NothingWrittenError('Another change came first');
  if (state?.startsWith('23')) {
    return new HubError('CONFLICT', 'The change contradicts what the hub holds; nothing was written.');
  }
  return explainDatabaseError(error);
}
