import { trimmed } from './blank.js';
import { parseCell } from './cell.js';
import type { Column, ImportDefinition, RowRule } from './definition.js';
import { KnownValues } from './known-values.js';
import type { ProblemList } from './problem.js';
import type { Row, RowBatch } from './rows.js';

const NEEDS_ESCAPE = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const NO_COLUMN: readonly string[] = [];

interface CompiledRule {
  readonly places: readonly number[];
  problem: RowRule<string>['problem'];
}

/**
 * Turns rows into lines for COPY (text format, NULL as the empty string) and notes what is wrong with them.
 * The hot loop of an import: it costs a microsecond or two a row.
 */
export class RowEncoder {
  readonly #names: readonly string[];
  readonly #columns: readonly Column[];
  readonly #escaped: readonly number[];
  #required: readonly boolean[];
  #rules: readonly CompiledRule[];
  readonly #values: string[];
  readonly #known: readonly (KnownValues | undefined)[];
  readonly #key: readonly number[];
  #absent = NO_COLUMN;
  /** The places of the row's bad cells. */
  readonly #bad = new Set<number>();
  #lastKey: readonly string[] = [];

  /** Whether every row's key was greater than the one before it: then none repeats another, and nobody needs to search for it. */
  keysAscend = true;

  constructor(
    definition: ImportDefinition,
    private readonly problems: ProblemList,
  ) {
    this.#names = Object.keys(definition.columns);
    this.#columns = Object.values(definition.columns);
    this.#escaped = this.#columns.flatMap(({ cell }, index) => (cell.plain ? [] : [index]));
    this.#required = this.#columns.map(({ cell }) => cell.required);
    this.#rules = (definition.rules ?? []).map(({ columns, problem }) => ({
      places: columns.map((column) => this.#names.indexOf(column)),
      problem,
    }));
    this.#key = definition.key.map((column) => this.#names.indexOf(column));
    this.#known = this.#names.map((name) => (isRemembered(definition, name) ? new KnownValues() : undefined));
    this.#values = new Array<string>(this.#columns.length).fill('');
  }

  /** Every value of a column that names another subgraph's rows, or undefined where SQL must look for them. */
  valuesOf(column: string): readonly string[] | undefined {
    return this.#known[this.#names.indexOf(column)]?.all;
  }

  /** The columns that the file does not have. */
  get absent(): readonly string[] {
    return this.#absent;
  }

  /** The lines of a batch. A flawed row is staged as well, its bad cells unknown, so that the later checks see the whole file. */
  encode({ rows, absent = NO_COLUMN }: RowBatch): string {
    if (absent !== this.#absent) this.#leaveOut(absent);
    let lines = '';
    for (const row of rows) {
      if (row.fault === undefined) lines += this.#encodeRow(row);
      else this.#report(row.line, null, '', row.fault);
    }
    return lines;
  }

  /** What an absent column must hold is asked later, when the hub's value stands in its place. */
  #leaveOut(absent: readonly string[]) {
    this.#absent = absent;
    const places = new Set(absent.map((column) => this.#names.indexOf(column)));
    this.#required = this.#required.map((required, place) => required && !places.has(place));
    this.#rules = this.#rules.filter((rule) => !rule.places.some((place) => places.has(place)));
  }

  #encodeRow({ line, cells }: Row): string {
    const values = this.#values;
    const before = this.problems.count;
    this.#bad.clear();
    for (let index = 0; index < cells.length; index += 1)
      values[index] = this.#parseCell(line, index, cells[index] as string);
    if (this.keysAscend) this.#followKey();
    this.#applyRules(line);
    const flawed = this.problems.count > before;
    for (const index of this.#escaped) {
      const value = values[index] as string;
      if (NEEDS_ESCAPE.test(value))
        values[index] = value.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] as string);
    }
    return `${line}\t${flawed ? 't' : 'f'}\t${values.join('\t')}\n`;
  }

  #parseCell(line: number, index: number, raw: string): string {
    const { cell } = this.#columns[index] as Column;
    const text = trimmed(raw);
    if (text === '') {
      if (this.#required[index]) this.#reportCell(line, index, '', `must not be empty: ${cell.expects}`);
      return '';
    }
    const known = this.#known[index];
    if (known?.has(text)) return text;
    const parsed = parseCell(cell, text);
    if (typeof parsed === 'string') {
      known?.add(parsed);
      return parsed;
    }
    this.#reportCell(line, index, text, parsed.message, parsed.sought ?? text);
    return '';
  }

  #followKey() {
    const last = this.#lastKey;
    const key = this.#key.map((place) => this.#values[place] as string);
    const place = key.findIndex((part, index) => part !== last[index]);
    this.keysAscend = place !== -1 && (last.length === 0 || (key[place] as string) > (last[place] as string));
    this.#lastKey = key;
  }

  /** A rule is asked only where the cells that it looks at are right by themselves. */
  #applyRules(line: number) {
    for (const { places, problem } of this.#rules) {
      if (this.#bad.size > 0 && places.some((place) => this.#bad.has(place))) continue;
      const message = problem(...places.map((place) => this.#values[place] as string));
      const column = places[0] as number;
      if (message !== undefined) this.#report(line, column, this.#values[column] as string, message);
    }
  }

  #reportCell(line: number, index: number, value: string, message: string, sought = '') {
    this.#bad.add(index);
    this.#report(line, index, value, message, sought);
  }

  #report(line: number, index: number | null, value: string, message: string, sought = '') {
    const column = index === null ? null : (this.#names[index] as string);
    this.problems.add({ line, column, value, message, ...(sought && { sought }) });
  }
}

/** A cell of one key, which names another subgraph's row. */
function isRemembered({ columns, references = [] }: ImportDefinition, name: string): boolean {
  const isList = columns[name]?.cell.sqlType.endsWith('[]');
  return (
    !isList &&
    references.some((reference) => reference.column === name && 'typeName' in reference && !reference.keyBefore)
  );
}
