import pg from 'pg';
import { logger } from '../logger.js';
import { roleOf } from '../postgres/application-role.js';

/** How many requests of a process can use the database at once. Further requests wait at most five seconds. */
export const CONNECTIONS = 16;

const KEPT_AS_TEXT = new Set([pg.types.builtins.DATE, pg.types.builtins.TIMESTAMP, pg.types.builtins.TIMESTAMPTZ]);

/** Dates and times stay text, as PostgreSQL writes them. A JavaScript date would add a time zone. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    KEPT_AS_TEXT.has(oid) ? (text: string) => text : pg.types.getTypeParser(oid, format as 'text'),
};

/** How often prepared statements may be missing before it is taken for a pooler's doing. */
const LOSSES = 10;

/** The connections of one process, and what every session on them must know. Statements are sent without waiting for the answers to those before. */
export class Connections extends pg.Pool {
  /** The role as which every transaction works. */
  readonly role: string;
  private losses = 0;

  constructor(url: string) {
    super({
      connectionString: url,
      max: CONNECTIONS,
      connectionTimeoutMillis: 5_000,
      // A new connection must load every table and plan every statement again.
      idleTimeoutMillis: 300_000,
      // What a connection keeps prepared goes with it.
      maxLifetimeSeconds: 900,
      application_name: 'corridor-hub',
      types,
      pipeline: true,
    } as pg.PoolConfig);
    this.role = roleOf(url);
    // The caller of a statement learns that the connection is lost. Without a listener the event would end the process.
    const tell = (error: Error) => logger.debug({ err: error }, 'a connection of the pool was lost');
    this.on('error', tell).on('connect', (client) => client.on('error', tell));
  }

  /** Whether a pooler lends the connections by transaction. They forget what is prepared on them, and each transaction must end by itself. */
  get isLent(): boolean {
    return this.losses >= LOSSES;
  }

  /** Counts a prepared statement that the connection no longer has, or that somebody else prepared there. */
  statementLost(): void {
    this.losses += 1;
    if (this.losses === LOSSES) this.lend();
  }

  lend(): void {
    this.losses = LOSSES;
    logger.warn(
      'DATABASE_URL: a pooler lends connections by transaction, so that no statement is kept prepared and no row is kept in memory',
    );
  }
}

export function openPool(url: string): Connections {
  return new Connections(url);
}
