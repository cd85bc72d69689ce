import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { type ClientBase, escapeIdentifier } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { ImportDefinition } from './definition.js';
import type { RowEncoder } from './row-encoder.js';
import type { RowSource } from './rows.js';

/** How far the reading of a file is. */
export interface ReadProgress {
  readonly rows: number;
  readonly bytes?: number;
  readonly totalBytes?: number;
}

/** The staging table's name in SQL: a temporary table, so that no other session sees it and none of it outlives the transaction. */
export const STAGING = 'pg_temp.import_staging';

/** Makes the table in which a file's rows wait for their checks. */
export async function createStaging(transaction: ClientBase, { columns }: ImportDefinition): Promise<void> {
  const typed = Object.entries(columns).map(([name, { cell }]) => `${escapeIdentifier(name)} ${cell.sqlType}`);
  await transaction.query(
    `create temporary table import_staging (line integer not null, flawed boolean not null, ${typed.join(', ')}) on commit drop`,
  );
}

/**
 * Reads, checks and stages a file's rows. PostgreSQL stores one chunk while the next is parsed; when it falls behind, reading waits.
 * Returns the number of rows read.
 */
export async function stageRows(
  transaction: ClientBase,
  definition: ImportDefinition,
  source: RowSource,
  encoder: RowEncoder,
  onProgress: (progress: ReadProgress) => void,
  signal?: AbortSignal,
): Promise<number> {
  const names = Object.keys(definition.columns).map((name) => escapeIdentifier(name));
  const copy = transaction.query(
    copyFrom(`copy ${STAGING} (line, flawed, ${names.join(', ')}) from stdin with (format text, null '')`),
  );
  const done = finished(copy);
  // A failure of COPY is met where the stream is next waited for; until then it is not unhandled.
  done.catch(() => {});
  let rows = 0;
  try {
    for await (const batch of source.batches) {
      signal?.throwIfAborted();
      rows += batch.rows.length;
      const lines = encoder.encode(batch);
      if (lines !== '' && !copy.write(lines)) await Promise.race([once(copy, 'drain'), done]);
      onProgress({
        rows,
        ...(batch.bytes !== undefined && { bytes: batch.bytes }),
        ...(source.totalBytes !== undefined && { totalBytes: source.totalBytes }),
      });
    }
    copy.end();
    await done;
  } catch (error) {
    copy.destroy();
    throw error;
  }
  return rows;
}

/** Lets the planner know what was staged; a tenth of the usual sample is enough to tell a thousand rows from a million. */
export async function analyzeStaging(transaction: ClientBase): Promise<void> {
  await transaction.query('set local default_statistics_target = 10');
  await transaction.query(`analyze ${STAGING}`);
}
