import pg from 'pg';
import { UnavailableError } from '../errors.js';
import type { RequestContext } from '../request.js';
import type { Viewer } from '../viewer.js';
import { coalesce } from './coalesce.js';

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
 */
export class Session {
  private connection: Promise<pg.PoolClient> | undefined;
  private beforeCommit: BeforeCommit | undefined;
  private running = 0;
  private transactions = 1;
  private over = false;

  constructor(
    private readonly pool: pg.Pool,
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
      return await send(client, statement);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || !SPOILT.has(error.code ?? '')) throw error;
      if (sentIn === this.transactions) this.beginAgain(client);
      // Without its name: whether the connection still knows it is open now.
      return send(client, { ...statement, name: undefined });
    }
  }

  private beginAgain(client: pg.PoolClient): void {
    this.transactions += 1;
    send(client, `rollback; ${begin(this.request.viewer)}`).catch(() => undefined);
  }

  /** Has work done in the transaction before its end; what it writes is as lasting as the answer is out. */
  writeBeforeCommit(work: BeforeCommit): void {
    this.beforeCommit = work;
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
    // The first statement fails for its own part where there is no transaction.
    send(client, begin(request.viewer)).catch(() => undefined);
    return client;
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
      await this.beforeCommit((statement) => this.run(client, statement));
      await send(client, 'commit');
      client.release();
    } catch (error) {
      cut(client);
      throw error;
    }
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

/** The transaction has failed already, and with it, maybe, the preparing of a statement: it is missing, or there twice. */
const SPOILT = new Set(['25P02', '26000', '42P05']);

const RECORDED = new Set(['PARTNER', 'ADMIN']);

/** Opens the transaction and says who asks, in one message to the server. The settings end with the transaction. */
export function begin({ role, company, subject }: Viewer): string {
  const variables = { 'hub.role': role, 'hub.company': company ?? '', 'hub.subject': subject ?? '' };
  const settings = Object.entries(variables).map(
    ([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`,
  );
  const access = RECORDED.has(role) ? 'read write' : 'read only';
  return `begin isolation level repeatable read ${access}; select ${settings.join(', ')}`;
}
