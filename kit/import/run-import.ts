import pg from 'pg';
import { OperatorError } from '../errors.js';
import type { ImportDefinition, Marks, MergeCounts } from './definition.js';
import { ProblemList } from './problem.js';
import type { EntityLookup } from './reference.js';
import { checkReferences } from './reference-check.js';
import type { ImportReport } from './report.js';
import { RowEncoder } from './row-encoder.js';
import type { RowSource } from './rows.js';
import { checkKeys, runSetChecks } from './set-checks.js';
import { analyzeStaging, createStaging, type ReadProgress, STAGING, stageRows } from './staging.js';

/** How far an import is. */
export type ImportProgress =
  | ({ readonly phase: 'reading' } & ReadProgress)
  | { readonly phase: 'checking' | 'merging'; readonly rows: number };

export interface ImportOptions {
  /** A role that may create temporary tables and write the kind's own. */
  readonly databaseUrl: string;
  /** Needed by kinds that refer to other subgraphs. */
  readonly lookup?: EntityLookup;
  readonly marks?: Marks;
  /** Does everything and takes it back, so that the report tells what would happen. */
  readonly dryRun?: boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Stops the import; nothing is loaded then. */
  readonly signal?: AbortSignal;
}

/**
 * The server's time limits are made for requests. The memory keeps the joins of a large file off the disk. The check lets
 * the server notice within a second that this process is gone, rather than when the statement at hand is done.
 */
const SETTINGS = `
  set local statement_timeout = 0;
  set local lock_timeout = 0;
  set local idle_in_transaction_session_timeout = 0;
  set local work_mem = '256MB';
  set local client_connection_check_interval = '1s'`;

/** From so many new rows on, the planner must not go on with what it knew. */
const LARGE = 10_000;

const NOTHING: MergeCounts = { inserted: 0, updated: 0, unchanged: 0 };

/**
 * Loads a file, all of it or nothing, in one transaction.
 * Bad rows are in the report; what keeps the file from being read or the database from taking it is thrown.
 * @throws OperatorError
 */
export async function runImport(
  definition: ImportDefinition,
  source: RowSource,
  options: ImportOptions,
): Promise<ImportReport> {
  const client = new pg.Client({
    connectionString: options.databaseUrl,
    application_name: `corridor-hub import ${definition.kind}`,
  });
  // The failed statement tells of a lost connection; without a listener the event would end the process.
  client.on('error', () => {});
  const stop = () => client.connection.stream.destroy();
  try {
    options.signal?.throwIfAborted();
    await client.connect();
    options.signal?.addEventListener('abort', stop);
    const report = await stageAndMerge(client, definition, source, options);
    options.signal?.throwIfAborted();
    // Who stops it from here on stops nothing: the end of the transaction is on its way.
    options.signal?.removeEventListener('abort', stop);
    await endTransaction(client, report);
    return report;
  } catch (error) {
    throw explained(error, definition.kind, options.signal);
  } finally {
    options.signal?.removeEventListener('abort', stop);
    await client.end().catch(() => {});
  }
}

async function stageAndMerge(
  client: pg.Client,
  definition: ImportDefinition,
  source: RowSource,
  options: ImportOptions,
): Promise<ImportReport> {
  await client.query('begin');
  await client.query(SETTINGS);
  // Imports into the same table wait for each other, instead of checking against what the other is about to change.
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`import ${definition.tables[0]}`]);
  await createStaging(client, definition);

  const problems = new ProblemList();
  const encoder = new RowEncoder(definition, problems);
  const onProgress = options.onProgress ?? (() => {});
  const reading = (progress: ReadProgress) => onProgress({ phase: 'reading', ...progress });
  const rows = await stageRows(client, definition, source, encoder, reading, options.signal);

  onProgress({ phase: 'checking', rows });
  await analyzeStaging(client);
  if (!encoder.keysAscend) await checkKeys(client, definition, problems);
  await checkReferences(client, definition, options.lookup, (column) => encoder.valuesOf(column), problems);
  const file = { transaction: client, staging: STAGING, rows, marks: options.marks ?? { synthetic: false } };
  await definition.prepare?.(file);
  await runSetChecks(client, definition, problems);

  let counts = NOTHING;
  if (problems.count === 0) {
    onProgress({ phase: 'merging', rows });
    await trustReferences(client);
    counts = await definition.merge(file);
    if (counts.inserted + counts.updated >= LARGE) await client.query(`analyze ${definition.tables.join(', ')}`);
  }
  return {
    kind: definition.kind,
    dryRun: options.dryRun ?? false,
    read: rows,
    ...counts,
    problems: problems.first(),
    problemCount: problems.count,
  };
}

/**
 * Spares PostgreSQL to look up each row's foreign keys, which the checks have looked up for all rows at once; where the role may not
 * say so, it looks them up again, at a cost of some ten microseconds a row. The tables of an import have no triggers of their own
 * and no deferred constraints, which would be passed over as well.
 */
async function trustReferences(client: pg.Client): Promise<void> {
  await client.query('savepoint trust');
  try {
    await client.query('set local session_replication_role = replica');
    await client.query('release savepoint trust');
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    await client.query('rollback to savepoint trust');
  }
}

async function endTransaction(client: pg.Client, { kind, dryRun, problemCount }: ImportReport): Promise<void> {
  try {
    await client.query(problemCount > 0 || dryRun ? 'rollback' : 'commit');
  } catch (error) {
    if (!isConnectionFailure(error)) throw error;
    const message = `${kind}: the connection to the database failed at the very end; import the file again, what is loaded will not change`;
    throw new OperatorError(message, { cause: error });
  }
}

/** What the operator can do something about becomes one clear line; a bug stays as it is. */
function explained(error: unknown, kind: string, signal: AbortSignal | undefined): unknown {
  if (error instanceof OperatorError) return error;
  if (signal?.aborted)
    return new OperatorError(`${kind}: the import was stopped, nothing was loaded`, { cause: error });
  if (error instanceof pg.DatabaseError) {
    const detail = error.detail ? ` (${error.detail})` : '';
    return new OperatorError(`${kind}: the database refused it, nothing was loaded: ${error.message}${detail}`, {
      cause: error,
    });
  }
  if (isConnectionFailure(error)) {
    return new OperatorError(
      `${kind}: the connection to the database failed, nothing was loaded: ${error.message || error.code}`,
      { cause: error },
    );
  }
  return error;
}

function isConnectionFailure(error: unknown): error is NodeJS.ErrnoException {
  if (!(error instanceof Error)) return false;
  return 'syscall' in error || /^Connection terminated|^Client has encountered a connection error/.test(error.message);
}
