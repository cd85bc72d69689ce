import pg from 'pg';
import { logger } from '../logger.js';

/** The channel on which tables tell of a write, by the name of their PostgreSQL schema (`tell-changes.ts` puts the triggers there). */
export const CHANGES_CHANNEL = 'hub_changed';

const RETRY_MS = 1_000;

/** How often the connection is tried, and how long that may take: one that was cut without a word would never tell again. */
const TRIED = { everyMs: 15_000, withinMs: 5_000 };

/** Hears of every write to the subgraphs' tables, whoever makes it: a hub, an import, an operator with psql. */
export class Changes {
  /** How often something was heard: the clock by which writes are told apart. */
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

  /** The moment, as a number that every write raises; undefined while nobody would tell of one. */
  get now(): number | undefined {
    return this.client && this.heard;
  }

  /** The moment of the last write to a schema, as far as one could be heard; undefined while nobody would tell. */
  lastWrite(schema: string): number | undefined {
    return this.client && Math.max(this.listeningSince, this.lastWrites.get(schema) ?? 0);
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
      this.heard += 1;
      this.lastWrites.set(payload, this.heard);
    });
    try {
      await client.connect();
      await client.query(`listen ${CHANGES_CHANNEL}`);
      // What was written before is not known.
      this.heard += 1;
      this.listeningSince = this.heard;
      this.client = client;
      this.beat = setInterval(() => this.check(client), this.tried.everyMs).unref();
    } catch (error) {
      logger.debug({ err: error }, 'changes of the database cannot be heard');
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
      await client.query('select');
    } catch {
      this.lost(client);
      client.connection.stream.destroy();
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
