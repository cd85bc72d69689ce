import { Readable } from 'node:stream';
import { csvRows } from '../../kit/import/csv-rows.js';
import type { ImportDefinition } from '../../kit/import/definition.js';
import type { RowSource } from '../../kit/import/rows.js';

/** A sheet as an operator writes it: the first line names its columns. */
export function sheet(definition: ImportDefinition, ...lines: string[]): RowSource {
  return { batches: csvRows(Readable.from([Buffer.from(lines.join('\n'))]), definition) };
}
