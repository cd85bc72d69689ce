import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { CsvParser } from './csv-parser.js';
import { FileError } from './file-error.js';
import { nearest } from './nearest.js';
import type { Row, RowBatch, RowSource } from './rows.js';
import { utf8Text } from './utf8-text.js';

const CHUNK_BYTES = 256 * 1024;

/** Opens a CSV file for an import. Its columns may stand in any order; every column of the definition must be there. */
export async function csvFile(path: string, definition: { readonly columns: object }): Promise<RowSource> {
  const file = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new FileError(error.code === 'ENOENT' ? `${path}: there is no such file` : unreadable(path, error));
  });
  if (file.isDirectory()) throw new FileError(`${path}: is a folder, not a CSV file`);
  const batches = named(
    path,
    csvRows(createReadStream(path, { highWaterMark: CHUNK_BYTES }), Object.keys(definition.columns)),
  );
  return { batches, totalBytes: file.size };
}

/** The rows of a CSV stream whose first line names its columns, each with its cells in the order of `columns`. */
export async function* csvRows(
  stream: AsyncIterable<Uint8Array>,
  columns: readonly string[],
): AsyncGenerator<RowBatch> {
  const parser = new CsvParser();
  let order: readonly number[] | undefined;
  let read = 0;
  for await (const { text, bytes } of utf8Text(stream)) {
    read = bytes;
    const rows = parser.push(text);
    order ??= takeHeader(rows, columns);
    if (order) yield { rows: inOrder(rows, order), bytes };
  }
  const rows = parser.push('', true);
  order ??= takeHeader(rows, columns);
  if (!order) throw new FileError(`the file is empty: its first line must name the columns ${columns.join(',')}`);
  if (rows.length > 0) yield { rows: inOrder(rows, order), bytes: read };
}

/** Where each column stands in the file. */
function takeHeader(rows: Row[], columns: readonly string[]): readonly number[] | undefined {
  const header = rows.shift();
  if (!header) return undefined;
  const names = header.cells.map((cell) => cell.trim());
  const refuse = (message: string) => new FileError(`line ${header.line}: ${message}`);
  if (header.cells.some((cell) => cell.includes('\r'))) throw refuse('lines must end with LF or CRLF');
  if (names.length === 1 && /[;\t]/.test(names[0] ?? '')) throw refuse('the columns must be separated by commas');
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) !== index) throw refuse(`the column "${name}" stands there twice`);
    if (!columns.includes(name)) throw refuse(unknownColumn(name, columns, names));
  }
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0)
    throw refuse(`the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')} must be there (cells may be empty)`);
  return columns.map((column) => names.indexOf(column));
}

function unknownColumn(name: string, columns: readonly string[], names: readonly string[]): string {
  const meant = nearest(
    name,
    columns.filter((column) => !names.includes(column)),
  );
  return `unknown column "${name}": ${meant ? `did you mean ${meant}?` : `the columns are ${columns.join(',')}`}`;
}

/** A row of another length is left as it is: the import counts it as a problem. */
function inOrder(rows: Row[], order: readonly number[]): Row[] {
  if (order.every((place, index) => place === index)) return rows;
  return rows.map(({ line, cells }) =>
    cells.length === order.length ? { line, cells: order.map((place) => cells[place] ?? '') } : { line, cells },
  );
}

/** Puts the file's name before what is wrong with it. */
async function* named(path: string, batches: AsyncIterable<RowBatch>): AsyncGenerator<RowBatch> {
  try {
    yield* batches;
  } catch (error) {
    if (error instanceof FileError) throw new FileError(`${path}, ${error.message}`, { cause: error });
    if (error instanceof Error && 'syscall' in error) throw new FileError(unreadable(path, error), { cause: error });
    throw error;
  }
}

function unreadable(path: string, error: Error & { code?: unknown }): string {
  return `${path}: cannot be read (${String(error.code ?? error.message)})`;
}
