import pg from 'pg';
import { logger } from '../logger.js';

/** The channel on which the tables that are the same for everyone tell of a write (`tell-changes.ts` puts the triggers there). */
export const CHANGES_CHANNEL = 'hub_changed';

const RETRY_MS = 1_000;

/** Hears of every write to tables that tell of theirs, whoever makes it: a hub, an import, an operator with psql. */
export class Changes {
  private heard = 0;
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(private readonly url: string) {}

  /** A number that every write changes; undefined while nobody would tell of one. */
  get version(): number | undefined {
    return this.client && this.heard;
  }

  /** Begins to listen, and listens again whenever the connection is lost. */
  async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'corridor-hub changes' });
    client.on('error', () => undefined);
    client.on('end', () => this.lost(client));
    client.on('notification', () => {
      this.heard += 1;
    });
    try {
      await client.connect();
      await client.query(`listen ${CHANGES_CHANNEL}`);
      // What was written before is not known.
      this.heard += 1;
      this.client = client;
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
    const { client } = this;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private lost(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    this.again();
  }

  private again(): void {
    if (this.closed) return;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.listen(), RETRY_MS).unref();
  }
}
