import type pg from 'pg';
import { coalesce } from './coalesce.js';

export interface Statement {
  /** Under which the connection keeps it prepared. */
  readonly name?: string | undefined;
  readonly text: string;
  readonly values: unknown[];
  /** Whether it is planned for its actual values, because one plan for all values would be bad for many. */
  readonly plannedAnew?: boolean | undefined;
}

/** Sends a statement without waiting for the answers to those before it. */
export function send(client: pg.PoolClient, statement: Statement | string): Promise<pg.QueryResult> {
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
export function cut(client: pg.PoolClient): void {
  client.connection.stream.destroy();
  client.release(true);
}
