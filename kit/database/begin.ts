import pg from 'pg';
import { remember } from '../execution/remember.js';
import type { Role, Viewer } from '../viewer.js';

/** The transaction that a request needs. */
export interface Opening {
  readonly viewer: Viewer;
  /** The PostgreSQL role that reads: the tables' policies hold it. */
  readonly role: string;
  /** Whether the transaction may write. */
  readonly writes: boolean;
  /** By default one state of the data is seen throughout; a change sees what others have committed when it comes to it. */
  readonly isolation?: 'read committed';
}

/**
 * Everything about a connection that answers depend on. A transaction sets it for itself: a connection may come from a pooler, which
 * loses startup options, and hands out connections that others have set up for themselves.
 *
 * Statements are planned once for any values: PostgreSQL would plan many of them each time, which costs more than to run them. No statement
 * outlives its request: the server looks every second whether somebody still waits for it, and ends it otherwise.
 */
const SETTINGS = [
  'row_security = on',
  // Statements name the schema of each table; a temporary one never stands in the place of something else.
  'search_path = pg_catalog, pg_temp',
  'plan_cache_mode = force_generic_plan',
  'statement_timeout = 9000',
  'idle_in_transaction_session_timeout = 30000',
  'client_connection_check_interval = 1000',
  "DateStyle = 'ISO, YMD'",
  "TimeZone = 'UTC'",
];

const RECORDED: ReadonlySet<Role> = new Set(['PARTNER', 'ADMIN']);

/** Whether the reads of personal data by this viewer are recorded, in the same transaction. */
export function isRecorded({ role }: Viewer): boolean {
  return RECORDED.has(role);
}

/**
 * Opens a transaction under its viewer, in one message to the server. Everything that it sets ends with the transaction.
 *
 * A failure leaves an aborted transaction, in which no further statement runs: `begin` itself asks for nothing that a server could refuse,
 * as a standby refuses to write. `not deferrable` is refused in a transaction that has read already, so that none that was left open is
 * taken for a new one. Settings are made by `set local`, because PostgreSQL plans a `select set_config(…)` each time, at ten times the cost.
 */
export function begin(opening: Opening): string {
  const { viewer, role, writes, isolation } = opening;
  const ofViewer = remember(texts, viewer, () => new Map<string, string>());
  return remember(ofViewer, `${isolation} ${writes} ${role}`, () => write(opening));
}

/** The texts, for as long as the viewer of a token is kept: to write and to encode one costs more than the rest of an opening. */
const texts = new WeakMap<Viewer, Map<string, string>>();

function write({ viewer, role, writes, isolation }: Opening): string {
  const variables = { role: viewer.role, company: viewer.company ?? '', subject: viewer.subject ?? '' };
  const said = Object.entries(variables).map(([name, value]) => `hub.${name} = ${pg.escapeLiteral(value)}`);
  return [
    `begin isolation level ${isolation ?? 'repeatable read'}`,
    `set transaction read ${writes ? 'write' : 'only'}, not deferrable`,
    `set local role ${pg.escapeLiteral(role)}`,
    ...[...SETTINGS, ...said].map((setting) => `set local ${setting}`),
    'show role',
  ].join('; ');
}

/**
 * Checks what the server answered to `begin`. It shows the role only where it has made every setting before: one that it refuses leaves an
 * aborted transaction, in which nothing is shown.
 * @throws where the transaction does not work as the role
 */
export function checkOpened(answer: pg.QueryResult | readonly pg.QueryResult[], role: string): void {
  const shown = Array.isArray(answer) ? answer.at(-1) : undefined;
  const working = shown?.rows[0]?.role;
  if (working !== role) throw new Error(`the transaction works as ${working}`);
}
