import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

const { escapeIdentifier } = pg;

/** Who owns a new database and who may connect to it. */
export interface DatabaseRoles {
  /** The creating role where it is not given. */
  owner?: string;
  application?: string;
}

/**
 * Creates a database that only its owner and the application's role can enter, ordered by code point on every server.
 * @param url a connection whose role may create databases; its password and server serve the new database as well.
 */
export async function createDatabase(url: string, name: string, roles: DatabaseRoles = {}): Promise<void> {
  const owner = roles.owner ? `OWNER ${escapeIdentifier(roles.owner)}` : '';
  await withClient(url, (client) =>
    client.query(
      `CREATE DATABASE ${escapeIdentifier(name)} ${owner} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C'`,
    ),
  );
  await admitApplication(url, name, roles.application);
}

/** Lets the application's role connect to a database and create nothing in it, and shuts everybody else out. */
export async function admitApplication(url: string, name: string, application = 'hub_app'): Promise<void> {
  await withClient(urlOf(url, name), async (client) => {
    await client.query(`REVOKE ALL ON DATABASE ${escapeIdentifier(name)} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${escapeIdentifier(name)} TO ${escapeIdentifier(application)}`);
    // PostgreSQL 14 still lets everyone create there; where the schema is not ours the server answers with a notice.
    await client.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
  });
}

/** Somebody else's connection is still open, and only a superuser may end it. */
const MAY_NOT_END = '42501';
const DROP_TRIES = 50;
const DROP_PAUSE_MS = 100;

/** Drops a database, ending our connections to it and waiting for those of others to end; an absent one is no fault. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await withClient(url, async (client) => {
    for (let tries = 1; ; tries += 1) {
      try {
        await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
        return;
      } catch (error) {
        if (tries === DROP_TRIES || !(error instanceof pg.DatabaseError) || error.code !== MAY_NOT_END) throw error;
        await setTimeout(DROP_PAUSE_MS);
      }
    }
  });
}

/** Whether the server has a database of this name. */
export async function hasDatabase(url: string, name: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    return rowCount !== 0;
  });
}

/** The same connection to another database. */
export function urlOf(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  return other.href;
}

const CONNECT_TIMEOUT_MS = 5_000;

/** Runs `work` on one connection, which is closed afterwards. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  // A server that goes away between two statements reports it here; the statement's own failure is what counts.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    // Not awaited: the end of a connection that never stood may never come.
    client.end().catch(() => undefined);
    throw error;
  }
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
