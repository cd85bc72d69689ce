import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { logger } from '../logger.js';
import { withClient } from '../postgres/database.js';

/** The channel on which tables tell of a write, by the name of their PostgreSQL schema (`tell-changes.ts` puts the triggers there). */
export const CHANGES_CHANNEL = 'hub_changed';

const RETRY_MS = 1_000;

/** How often the hub tests whether a notification arrives, and how long that may take. */
const TRIED = { everyMs: 15_000, withinMs: 5_000 };

/** The start of a test notification, which reports no write. */
const ECHO = 'echo ';

/** Listens for every write to the tables of the subgraphs, by a hub, by an import or by an operator with psql. */
export class Changes {
  /** The number of notifications so far. It is the clock that orders reads and writes. */
  private heard = 0;
  private listeningSince = 0;
  private readonly lastWrites = new Map<string, number>();
  private client: pg.Client | undefined;
  private beat: NodeJS.Timeout | undefined;
  private retry: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly tried = TRIED,
  ) {}

  /** The current moment, as a number that every write raises. Undefined while writes are not reported. */
  get now(): number | undefined {
    return this.client && this.heard;
  }

  /** The moment of the last reported write to a schema. Undefined while writes are not reported. */
  lastWrite(schema: string): number | undefined {
    return this.client && Math.max(this.listeningSince, this.lastWrites.get(schema) ?? 0);
  }

  /** Records a write of this process, without waiting for its notification. It can be to any table. */
  wrote(): void {
    this.heard += 1;
    this.listeningSince = this.heard;
  }

  /** Begins to listen, and listens again whenever the connection is lost. */
  async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'corridor-hub changes',
      connectionTimeoutMillis: this.tried.withinMs,
      query_timeout: this.tried.withinMs,
      keepAlive: true,
    });
    client.on('error', () => undefined);
    client.on('end', () => this.lost(client));
    client.on('notification', ({ payload = '' }) => {
      if (payload.startsWith(ECHO)) return;
      this.heard += 1;
      this.lastWrites.set(payload, this.heard);
    });
    try {
      await client.connect();
      await client.query(`listen ${CHANGES_CHANNEL}`);
      // Earlier writes are not known.
      this.heard += 1;
      this.listeningSince = this.heard;
      await this.hearEcho(client);
      this.client = client;
      this.beat = setInterval(() => this.check(client), this.tried.everyMs).unref();
    } catch (error) {
      logger.debug({ err: error }, 'writes to the database cannot be heard, so that nothing is kept in memory');
      client.end().catch(() => undefined);
      this.again();
    }
    if (this.closed) await this.close();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    clearInterval(this.beat);
    const { client } = this;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private async check(client: pg.Client): Promise<void> {
    try {
      await this.hearEcho(client);
    } catch {
      this.lost(client);
      client.connection.stream.destroy();
    }
  }

  /**
   * Waits for a notification from another connection. One that was cut without a word hears none, nor does one that a pooler has lent out
   * for a transaction.
   */
  private async hearEcho(client: pg.Client): Promise<void> {
    const word = ECHO + randomUUID();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const hear = ({ payload }: pg.Notification) => payload === word && resolve();
    const late = setTimeout(() => reject(new Error('no notification arrives')), this.tried.withinMs);
    client.on('notification', hear);
    try {
      const notify = withClient(this.url, (other) => other.query('select pg_notify($1, $2)', [CHANGES_CHANNEL, word]));
      await Promise.all([promise, notify]);
    } finally {
      clearTimeout(late);
      client.off('notification', hear);
    }
  }

  private lost(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    clearInterval(this.beat);
    this.again();
  }

  private again(): void {
    if (this.closed) return;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.listen(), RETRY_MS).unref();
  }
}
