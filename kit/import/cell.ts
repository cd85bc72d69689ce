import { trimmed } from './blank.js';
import type { Choices } from './choices.js';
import { plainForm } from './plain-form.js';
import { quoted } from './quoted.js';
import { isShortenedNumber, isSpreadsheetError } from './spreadsheet-damage.js';

/** The reason why a cell is wrong, in words that say what would be right: `must be …`. */
export class Refusal {
  /** `sought`: the part of the cell that seems to be a name but is unknown. Without it, the whole cell. */
  constructor(
    readonly message: string,
    readonly sought?: string,
  ) {}
}

/**
 * What a column's cells may be. An empty cell means unknown and never reaches `parse`;
 * surrounding blanks are taken off before it.
 */
export interface Cell {
  /** The PostgreSQL type of the staged column; of a list, the array. */
  readonly sqlType: string;
  /** The expected value, for the documentation of a file: `an ISO 8601 date such as 2025-12-31`. */
  readonly expects: string;
  readonly required: boolean;
  /** Promises that what `parse` gives holds no backslash, tab or line end, so that COPY needs no escapes. */
  readonly plain: boolean;
  /** The closed set that its values come from, so that a wrong one can be answered with the nearest. */
  readonly choices?: () => Choices;
  /** The value in PostgreSQL's notation, or the reason why it is wrong. Called millions of times. */
  parse(text: string): string | Refusal;
}

const SPREADSHEET_ERROR = new Refusal(
  'is an error of the spreadsheet, not a value: mend its formula or empty the cell',
  '',
);

/** The value of a cell that is not empty, or why it is none; what a spreadsheet did to it counts for every kind of cell. */
export function parseCell(cell: Cell, text: string): string | Refusal {
  if (isSpreadsheetError(text)) return SPREADSHEET_ERROR;
  const parsed = cell.parse(text);
  if (typeof parsed === 'string') return parsed;
  if (isShortenedNumber(text)) {
    const why = 'the spreadsheet has shortened it: give the column the format Text or Number';
    return new Refusal(`${parsed.message}; ${why}`, '');
  }
  return withPlainForm(cell, text, parsed);
}

/** Adds what would be right where only the form of the characters is wrong: full-width digits, long dashes, what nobody sees. */
function withPlainForm(cell: Cell, text: string, refusal: Refusal): Refusal {
  const plain = plainForm(text);
  const isRight = plain !== text && typeof cell.parse(plain) === 'string';
  return isRight ? new Refusal(`${refusal.message}; did you mean ${plain}?`, '') : refusal;
}

/** A cell that must not be empty. */
export function required(cell: Cell): Cell {
  return { ...cell, required: true };
}

/** A cell given by a pattern. */
export function matching(pattern: RegExp, expects: string): Cell {
  const refusal = new Refusal(`must be ${expects}`);
  return cellOf({ sqlType: 'text', expects, parse: (text) => (pattern.test(text) ? text : refusal) });
}

/** A cell that may be empty and is plain unless said otherwise. */
export function cellOf(cell: Pick<Cell, 'sqlType' | 'expects' | 'parse'> & Partial<Cell>): Cell {
  return { required: false, plain: true, ...cell };
}

/** Several values in one cell, separated by `|`. A value that stands there twice is refused. */
export function listOf(item: Cell): Cell {
  return cellOf({
    sqlType: `${item.sqlType}[]`,
    expects: `a list, separated by |, of: ${item.expects}`,
    plain: false,
    ...(item.choices && { choices: item.choices }),
    parse(text) {
      const items: string[] = [];
      for (const part of text.split('|')) {
        const value = trimmed(part);
        if (value === '') return new Refusal('must not have an empty item between | and |', '');
        const parsed = parseCell(item, value);
        if (typeof parsed !== 'string') return refusedItem(item, value, parsed);
        if (items.includes(parsed)) return new Refusal(`must not name ${quoted(value)} twice`, '');
        items.push(parsed);
      }
      return `{${items.map(arrayItem).join(',')}}`;
    },
  });
}

/** Why an item of a list is none: it may be several with another separator between them. */
function refusedItem(item: Cell, value: string, refusal: Refusal): Refusal {
  const parts = value.split(/[;,/\n、，；／・]/).map(trimmed);
  const isWrong = typeof item.parse(value) !== 'string';
  const isList = isWrong && parts.length > 1 && parts.every((part) => typeof item.parse(part) === 'string');
  if (isList) return new Refusal(`must be separated by |: did you mean ${parts.join('|')}?`, '');
  return new Refusal(`item ${quoted(value)} ${refusal.message}`, refusal.sought ?? value);
}

function arrayItem(value: string): string {
  return /^[\w.@:+-]+$/.test(value) && value.toLowerCase() !== 'null' ? value : `"${value.replace(/["\\]/g, '\\$&')}"`;
}
