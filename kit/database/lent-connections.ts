import type pg from 'pg';
import { withClient } from '../postgres/database.js';

/**
 * Whether a pooler lends PostgreSQL's connections by transaction: two clients are then served by one connection, or one client by two. What
 * a connection remembers from one transaction to the next (prepared statements, what it listens to) is not there then.
 */
export function isLent(url: string): Promise<boolean> {
  return withClient(url, (one) =>
    withClient(url, async (other) => {
      const before = await backendOf(one);
      await other.query('begin');
      if ((await backendOf(other)) === before) return true;
      return (await backendOf(one)) !== before;
    }),
  );
}

async function backendOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return rows[0]?.pid ?? 0;
}
