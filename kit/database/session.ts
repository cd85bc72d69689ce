import pg from 'pg';
import { UnavailableError } from '../errors.js';
import { logger } from '../logger.js';
import type { RequestContext } from '../request.js';
import { begin, checkOpened, isRecorded } from './begin.js';
import { isConnectionFailure } from './database-error.js';
import type { Connections } from './pool.js';
import { type BeforeCommit, type RequestSession, seesAs } from './request-session.js';
import { cut, type Statement, send } from './statement.js';

/**
 * One request's transaction, under its viewer: the policies of the tables read the session variables that it sets. It is opened with
 * the first statement and sees one state of the data throughout. It reads only, unless the viewer is one whose reads of people are
 * recorded. While the request waits for another process and reads nothing here, the session rests: its transaction ends, so that
 * others have the connection, and the next statement opens another one.
 *
 * No answer leaves before it is known that the transaction is what it must be. Where it is not, the whole session is refused.
 */
export class Session implements RequestSession {
  private connection: Promise<pg.PoolClient> | undefined;
  /** The connection, while this session has it. */
  private client: pg.PoolClient | undefined;
  private opened: Promise<void> = Promise.resolve();
  private beforeCommit: BeforeCommit | undefined;
  private running = 0;
  private transactions = 0;
  private failedIn = 0;
  private over = false;
  private hasOpened = false;
  private resting: Promise<void> | undefined;
  /** The reason why a read was not recorded. */
  private unrecorded: unknown;

  constructor(
    private readonly pool: Connections,
    private readonly request: RequestContext,
    readonly since?: number,
  ) {}

  get sees(): string {
    return seesAs(this.request.viewer);
  }

  async query(statement: Statement): Promise<pg.QueryResult> {
    this.running += 1;
    try {
      if (this.resting) await this.resting;
      this.connection ??= this.open();
      const client = await this.connection;
      if (this.over) throw new UnavailableError('the request is over');
      return await this.run(client, statement);
    } finally {
      this.running -= 1;
      this.rest();
    }
  }

  /** A statement that fails aborts the transaction. The statements after it run in a new one, so that one failure does not affect the others. */
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
    const answer = send(client, this.pool.isLent ? { ...statement, name: undefined } : statement);
    answer.catch(() => undefined);
    await this.opened;
    return answer;
  }

  private async open(): Promise<pg.PoolClient> {
    const { request } = this;
    const connecting = this.pool.connect();
    if (!this.hasOpened) this.followRequest();
    const client = await connecting;
    if (request.signal?.aborted) {
      this.over = true;
      client.release();
      return client;
    }
    this.client = client;
    this.begin(client);
    return client;
  }

  private followRequest(): void {
    const { onEnd, signal, elsewhere } = this.request;
    this.hasOpened = true;
    onEnd?.((failed) => this.end(failed));
    signal?.addEventListener('abort', () => this.abort(), { once: true });
    elsewhere?.onWait(() => this.rest());
  }

  private beginAgain(client: pg.PoolClient): void {
    this.begin(client, 'rollback; ');
  }

  private begin(client: pg.PoolClient, before = ''): void {
    this.transactions += 1;
    const { viewer, isProbe = false } = this.request;
    const { role } = this.pool;
    const text = begin({ viewer, role, writes: isProbe || isRecorded(viewer) });
    this.opened = send(client, before + text)
      .then((answer) => checkOpened(answer, role))
      .catch((error) => this.refuse(error));
    this.opened.catch(() => undefined);
  }

  /** Neither the rows of this session nor its connection can be trusted. */
  private refuse(error: unknown): never {
    this.abort();
    if (isConnectionFailure(error)) throw error;
    const { requestId } = this.request;
    logger.error(
      { err: error, requestId },
      `no transaction can be opened as ${this.pool.role}: the request is refused`,
    );
    throw new UnavailableError('the database does not answer');
  }

  writeBeforeCommit(work: BeforeCommit): void {
    this.beforeCommit = work;
  }

  /** Nobody waits for the answer any more. Closing the connection also stops the work of the server. */
  private abort(): void {
    if (this.over) return;
    this.over = true;
    this.giveBack(cut);
  }

  /** Gives the connection back while the request only waits for another process. */
  private rest(): void {
    if (!this.isIdle) return;
    // Statements that follow from the last answer are sent first.
    setImmediate(() => {
      if (!this.isIdle || !this.client) return;
      this.resting = this.finish(this.client)
        .catch((error) => {
          this.unrecorded = error;
        })
        .finally(() => {
          this.resting = undefined;
        });
    });
  }

  private get isIdle(): boolean {
    return this.request.elsewhere?.isAwaited === true && this.running === 0 && !this.over && !this.resting;
  }

  private async end(failed: boolean): Promise<void> {
    await this.resting;
    const client = await this.connection?.catch(() => undefined);
    if (failed || this.running > 0) this.abort();
    // Data whose read could not be recorded must not be sent.
    if (this.unrecorded) throw this.unrecorded;
    if (this.over && this.beforeCommit) throw new UnavailableError('what was read could not be recorded');
    if (this.over) return;
    this.over = true;
    if (client) await this.finish(client);
  }

  /** Ends the transaction, and gives the connection back. */
  private async finish(client: pg.PoolClient): Promise<void> {
    const work = this.beforeCommit;
    this.beforeCommit = undefined;
    this.connection = undefined;
    if (!work) {
      // Nothing depends on the end of a read-only transaction. Neither the answer nor the next request on the connection waits for it. Its
      // first message can leave with it.
      const committed = send(client, 'commit').catch(() => client.connection.stream.destroy());
      // But a pooler serves nobody else with a connection on which the next transaction is on its way already.
      if (this.pool.isLent) await committed;
      this.giveBack((held) => held.release());
      return;
    }
    try {
      await this.writeDown(client, work);
      this.giveBack((held) => held.release());
    } catch (error) {
      this.giveBack(cut);
      throw error;
    }
  }

  private giveBack(how: (client: pg.PoolClient) => void): void {
    const { client } = this;
    this.client = undefined;
    if (client) how(client);
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
    // If an aborted transaction is committed, PostgreSQL rolls it back and reports no error.
    if (command !== 'COMMIT') throw new UnavailableError('what was read could not be recorded');
  }
}

/** The transaction has failed already, and with it, maybe, the preparing of a statement. */
const ABORTED = '25P02';

/** A prepared statement is missing, or there twice. */
const MISPREPARED = new Set(['26000', '42P05']);
