import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { isBlank } from './blank.js';
import { columnLetters } from './column-letters.js';
import { type Heading, isSeparatorLine, readHeading } from './csv-heading.js';
import { CsvParser } from './csv-parser.js';
import { rowShapeProblem, shapeProblem } from './csv-shape.js';
import { FileError } from './file-error.js';
import { quoted } from './quoted.js';
import type { Row, RowBatch, RowSource } from './rows.js';
import { utf8Text } from './utf8-text.js';

const CHUNK_BYTES = 256 * 1024;

/** The columns that a file may have, and those of them that it must have. */
interface FileColumns {
  readonly columns: object;
  readonly key: readonly string[];
}

/** Opens a CSV file for an import. Its columns may stand in any order; only those of the key must be there. */
export async function csvFile(path: string, definition: FileColumns): Promise<RowSource> {
  const file = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new FileError(error.code === 'ENOENT' ? `${path}: there is no such file` : unreadable(path, error));
  });
  if (file.isDirectory()) throw new FileError(`${path}: is a folder, not a CSV file`);
  const batches = named(path, csvRows(createReadStream(path, { highWaterMark: CHUNK_BYTES }), definition));
  return { batches, totalBytes: file.size };
}

/** The rows of a CSV stream whose first line names its columns, each with its cells in the order of the definition's columns. */
export async function* csvRows(stream: AsyncIterable<Uint8Array>, definition: FileColumns): AsyncGenerator<RowBatch> {
  const columns = Object.keys(definition.columns);
  const parser = new CsvParser();
  const shape = new FirstLineCheck(columns);
  let heading: Heading | undefined;
  let read = 0;
  for await (const { text, bytes } of utf8Text(stream)) {
    read = bytes;
    shape.look(text);
    const rows = parser.push(text).filter(isRow);
    heading ??= takeHeading(rows, columns, definition.key);
    if (heading) yield { rows: inOrder(rows, heading), absent: heading.absent, bytes };
  }
  const rows = parser.push('', true).filter(isRow);
  heading ??= takeHeading(rows, columns, definition.key);
  if (!heading) throw new FileError(`the file is empty: its first line must name the columns ${columns.join(',')}`);
  if (rows.length > 0) yield { rows: inOrder(rows, heading), absent: heading.absent, bytes: read };
}

/** A row with nothing in its cells is none; spreadsheets write many of them below a table. */
function isRow({ cells }: Row): boolean {
  return !cells.every(isBlank);
}

/** Looks at the first line that holds anything, before the parser does. */
class FirstLineCheck {
  #line = 0;
  #done = false;

  constructor(private readonly columns: readonly string[]) {}

  look(text: string): void {
    for (let start = 0; !this.#done && start < text.length; ) {
      const end = text.indexOf('\n', start) + 1 || text.length;
      const line = text.slice(start, end);
      this.#line += 1;
      start = end;
      if (/^[\s,;|"]*$/.test(line) || /^"?sep=."?[\s,;]*$/i.test(line)) continue;
      this.#done = true;
      const problem = shapeProblem(line, this.columns);
      if (problem) throw new FileError(`line ${this.#line}: ${problem}`);
    }
  }
}

/** Reads the line of column names off the rows; undefined where it has not come yet. */
function takeHeading(rows: Row[], columns: readonly string[], key: readonly string[]): Heading | undefined {
  if (rows[0] && isSeparatorLine(rows[0])) rows.shift();
  const [first, ...others] = rows;
  if (!first) return undefined;
  rows.shift();
  return readHeading([first, ...others], columns, key);
}

/** The cells of each row in the order of the kind's columns. */
function inOrder(rows: Row[], heading: Heading): Row[] {
  const { order, width, unnamed } = heading;
  const asItIs = width === order.length && unnamed.length === 0 && order.every((place, index) => place === index);
  return rows.map((row) => {
    if (asItIs && row.cells.length === width) return row;
    const fault = rowFault(row.cells, heading);
    return {
      line: row.line,
      cells: order.map((place) => (place === -1 ? '' : (row.cells[place] ?? ''))),
      ...(fault && { fault }),
    };
  });
}

/** What is wrong with a row as a whole. Empty cells beyond the columns are nothing. */
function rowFault(cells: readonly string[], { line, width, fullWidth, unnamed }: Heading): string | undefined {
  const filled = cells.findLastIndex((cell) => !isBlank(cell)) + 1;
  if (cells.length < width) return tooFewCells(cells, width);
  if (filled > fullWidth) {
    return `has ${filled} cells where there are ${width} columns: put a value that holds a comma in quotes`;
  }
  const beyond = cells.map((_, place) => place).filter((place) => place >= width);
  const places = [...unnamed, ...beyond].filter((place) => !isBlank(cells[place] ?? ''));
  if (places.length === 0) return undefined;
  const [noun, pronoun] = places.length === 1 ? ['a value in column', 'it'] : ['values in columns', 'them'];
  const values = places.map(
    (place) => `${columnLetters(place)} (${quoted((cells[place] ?? '').slice(0, MOST_OF_VALUE))})`,
  );
  return `holds ${noun} ${values.join(', ')}, which line ${line} gives no name: name ${pronoun} there, or empty ${pronoun}`;
}

const MOST_OF_VALUE = 40;

function tooFewCells(cells: readonly string[], width: number): string {
  const [first = '', ...others] = cells;
  const otherShape = others.length === 0 ? rowShapeProblem(first, width) : undefined;
  const count = `${cells.length} ${others.length === 0 ? 'cell' : 'cells'}`;
  return otherShape ?? `has ${count} where there are ${width} columns: an empty cell needs its comma, too`;
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
