import pg from 'pg';
import { logger } from '../logger.js';

/** How many requests of a process may use the database at once; further ones wait, for five seconds at most. */
export const CONNECTIONS = 16;

const KEPT_AS_TEXT = new Set([pg.types.builtins.DATE, pg.types.builtins.TIMESTAMP, pg.types.builtins.TIMESTAMPTZ]);

/** Days and moments stay as PostgreSQL writes them: a JavaScript date would bring a time zone into them. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    KEPT_AS_TEXT.has(oid) ? (text: string) => text : pg.types.getTypeParser(oid, format as 'text'),
};

/**
 * Statements are planned once for whatever they are given: PostgreSQL would plan many anew each time, which costs more than to run them.
 * None outlives its request: the server looks every second whether anybody still waits for it, and ends it by itself.
 */
const OPTIONS =
  '-c plan_cache_mode=force_generic_plan -c statement_timeout=9000 -c client_connection_check_interval=1000 -c idle_in_transaction_session_timeout=30000';

/** The connections of one process. Statements are sent without waiting for the answers to those before. */
export function openPool(url: string): pg.Pool {
  const given = new URL(url).searchParams.get('options') ?? '';
  const pool = new pg.Pool({
    connectionString: withoutOptions(url),
    max: CONNECTIONS,
    connectionTimeoutMillis: 5_000,
    // A new connection has to learn every table and plan every statement anew.
    idleTimeoutMillis: 300_000,
    // What a connection keeps prepared goes with it.
    maxLifetimeSeconds: 900,
    application_name: 'corridor-hub',
    options: `${OPTIONS} ${given}`.trim(),
    types,
    pipeline: true,
  } as pg.PoolConfig);
  // Who waits for a statement hears of a lost connection; without a listener the event would end the process.
  const tell = (error: Error) => logger.debug({ err: error }, 'a connection of the pool was lost');
  pool.on('error', tell).on('connect', (client) => client.on('error', tell));
  return pool;
}

function withoutOptions(url: string): string {
  const bare = new URL(url);
  bare.searchParams.delete('options');
  return bare.href;
}
