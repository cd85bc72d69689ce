import { isBlank, trimmed } from './blank.js';
import { FileError } from './file-error.js';
import { nearest } from './nearest.js';
import { quoted } from './quoted.js';
import type { Row } from './rows.js';

/** Where the columns of a kind stand in a file. */
export interface Heading {
  readonly line: number;
  /** The place of each column of the kind; -1 where the file does not have it. */
  readonly order: readonly number[];
  /** The columns of the kind that the file does not have. */
  readonly absent: readonly string[];
  /** How many cells a row has, columns without a name at the end left out. */
  readonly width: number;
  /** How many cells the line of names itself has. */
  readonly fullWidth: number;
  /** The places of the columns that have no name. */
  readonly unnamed: readonly number[];
}

/** The line that tells Excel which separator to use: `sep=,`. Only the first line of a file can be one. */
export function isSeparatorLine({ line, cells: [first = '', ...others] }: Row): boolean {
  return line === 1 && /^sep=.?$/i.test(trimmed(first)) && others.every(isBlank);
}

/**
 * Reads the line of column names, the first of `rows`.
 * @throws FileError
 */
export function readHeading(
  rows: readonly [Row, ...Row[]],
  columns: readonly string[],
  key: readonly string[],
): Heading {
  const [{ line, cells }] = rows;
  const names = cells.map(trimmed);
  const problem =
    titleProblem(rows, names, columns) ?? twice(names) ?? unknownColumns(names, columns) ?? missingKey(names, key);
  if (problem) throw new FileError(`line ${line}: ${problem}`);
  const width = names.findLastIndex((name) => name !== '') + 1;
  return {
    line,
    order: columns.map((column) => names.indexOf(column)),
    absent: columns.filter((column) => !names.includes(column)),
    width,
    fullWidth: names.length,
    unnamed: names.flatMap((name, place) => (name === '' && place < width ? [place] : [])),
  };
}

const MOST_SHOWN = 20;

/** Lines above the column names, as people write them over a table. */
function titleProblem(rows: readonly Row[], names: readonly string[], columns: readonly string[]): string | undefined {
  if (likeness(names, columns) > 0) return undefined;
  const heading = rows.slice(1, MOST_SHOWN).find(({ cells }) => likeness(cells.map(trimmed), columns) > 1);
  const advice = heading
    ? `; line ${heading.line} looks like it (${inQuotes(heading.cells)}): delete the lines above it`
    : '';
  return `this first line must name the columns, and reads ${inQuotes(names)}${advice}. ${theColumns(columns)}`;
}

/** How many names are columns, or nearly. */
function likeness(names: readonly string[], columns: readonly string[]): number {
  return names.filter((name) => columns.includes(name) || (name !== '' && nearest(name, columns) !== undefined)).length;
}

function twice(names: readonly string[]): string | undefined {
  const name = names.find((each, index) => each !== '' && names.indexOf(each) !== index);
  return name === undefined ? undefined : `the column ${quoted(name)} stands there twice`;
}

/** All of them at once, so that a sheet with headings of its own is mended in one go. */
function unknownColumns(names: readonly string[], columns: readonly string[]): string | undefined {
  const unknown = names.filter((name) => name !== '' && !columns.includes(name));
  if (unknown.length === 0) return undefined;
  const free = columns.filter((column) => !names.includes(column));
  const meant = unknown.map((name) => nearest(name, free));
  const each = unknown.slice(0, MOST_SHOWN).map((name, index) => {
    const hint = meant[index] ? `did you mean ${meant[index]}?` : '';
    if (unknown.length === 1) return `${quoted(name)}: ${hint || lower(theColumns(columns))}`;
    return hint ? `${quoted(name)} (${hint})` : quoted(name);
  });
  if (unknown.length === 1) return `unknown column ${each[0]}`;
  const more = unknown.length > MOST_SHOWN ? ` and ${unknown.length - MOST_SHOWN} more` : '';
  return `unknown columns ${each.join(', ')}${more}. ${theColumns(columns)}`;
}

function missingKey(names: readonly string[], key: readonly string[]): string | undefined {
  const absent = key.filter((column) => !names.includes(column));
  if (absent.length === 0) return undefined;
  const [columns, pronoun] = absent.length > 1 ? ['columns', 'them'] : ['column', 'it'];
  return `the ${columns} ${absent.join(', ')} must be there: the hub knows a row by ${pronoun}`;
}

function theColumns(columns: readonly string[]): string {
  return `The columns are ${columns.join(',')}`;
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function inQuotes(cells: readonly string[]): string {
  const words = cells.map(trimmed).filter((cell) => cell !== '');
  const text = words
    .slice(0, MOST_SHOWN)
    .map((word) => quoted(word.slice(0, 80)))
    .join(', ');
  return words.length > MOST_SHOWN ? `${text}, …` : text;
}
