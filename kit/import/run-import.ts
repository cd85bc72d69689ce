import pg from 'pg';
import { OperatorError } from '../errors.js';
import { findChanges, NO_CHANGES } from './changes.js';
import { checkFile } from './check-file.js';
import type { ImportDefinition, Marks } from './definition.js';
import { ProblemList } from './problem.js';
import type { EntityLookup, NameLookup } from './reference.js';
import { type ImportReport, isRefused } from './report.js';
import { RowEncoder } from './row-encoder.js';
import type { RowSource } from './rows.js';
import { runSetChecks } from './set-checks.js';
import { createStaging, type ReadProgress, STAGING, stageRows } from './staging.js';
import { withSuggestions } from './suggestions.js';

/** How far an import is. */
export type ImportProgress =
  | ({ readonly phase: 'reading' } & ReadProgress)
  | { readonly phase: 'checking' | 'merging'; readonly rows: number };

export interface ImportOptions {
  /** A role that may create temporary tables and write the kind's own. */
  readonly databaseUrl: string;
  /** Needed by kinds that refer to other subgraphs. */
  readonly lookup?: EntityLookup;
  /** Lets the report say what a wrong reference may have meant. */
  readonly names?: NameLookup;
  readonly marks?: Marks;
  /** Does everything and undoes it, so that the report says what would happen. */
  readonly dryRun?: boolean;
  /** Lets the file empty values of the hub. Without it such a file is refused. */
  readonly emptiesValues?: boolean;
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
  set local datestyle = 'ISO';
  set local client_connection_check_interval = '1s'`;

/** From so many new rows on, the planner must not go on with what it knew. */
const LARGE = 10_000;

const NOTHING = { inserted: 0, updated: 0, unchanged: 0, warnings: [], warningCount: 0, changes: NO_CHANGES };

/**
 * Loads a file, all of it or nothing, in one transaction.
 * The report has the bad rows. An error that prevents reading or loading the file is thrown.
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
  // The failed statement reports a lost connection. Without a listener the event would end the process.
  client.on('error', () => {});
  const stop = () => client.connection.stream.destroy();
  try {
    options.signal?.throwIfAborted();
    await client.connect();
    options.signal?.addEventListener('abort', stop);
    const report = await stageAndMerge(client, definition, source, options);
    options.signal?.throwIfAborted();
    // From here on nobody can stop it: the end of the transaction is on its way.
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
  const marks = options.marks ?? { synthetic: false };
  const file = { transaction: client, staging: STAGING, rows, absent: encoder.absent, marks };
  await checkFile(file, definition, encoder, options.lookup, problems);
  const report = {
    kind: definition.kind,
    dryRun: options.dryRun ?? false,
    emptiesValues: options.emptiesValues ?? false,
    read: rows,
    ...NOTHING,
    problems: await withSuggestions(problems.first(), definition, client, options.names),
    problemCount: problems.count,
  };
  if (problems.count > 0) return report;

  const warnings = new ProblemList();
  await runSetChecks(client, definition, definition.warnings ?? [], warnings);
  const changes = await findChanges(client, definition, file.absent);
  const likely = { ...report, warnings: warnings.first(), warningCount: warnings.count, changes };
  if (isRefused(likely) && !report.dryRun) return likely;

  onProgress({ phase: 'merging', rows });
  await trustReferences(client);
  const counts = await definition.merge(file);
  if (counts.inserted + counts.updated >= LARGE) await client.query(`analyze ${definition.tables.join(', ')}`);
  return { ...likely, ...counts };
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

async function endTransaction(client: pg.Client, report: ImportReport): Promise<void> {
  try {
    await client.query(isRefused(report) || report.dryRun ? 'rollback' : 'commit');
  } catch (error) {
    if (!isConnectionFailure(error)) throw error;
    const message = `${report.kind}: the connection to the database failed at the very end; import the file again, what is loaded will not change`;
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
