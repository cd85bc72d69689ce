import { meaningOf } from '../schema/enum.js';
import { type Cell, cellOf, matching, Refusal } from './cell.js';
import { choiceOf } from './choice-cell.js';
import { dayHint } from './day-hint.js';
import { groupedNumber } from './grouped-number.js';
import { isGroupedByDots, withoutZeroDecimals } from './spreadsheet-damage.js';

const PRINTABLE_ASCII = /^[ -~]*$/;
// Line ends and tabs may stand in a note; a lone carriage return and the other control characters are damage.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]/;

/** Free text in any script, brought to Unicode's composed form (NFC) so that equal names are equal. */
export function text(maxLength = 200): Cell {
  const expects = `text of at most ${maxLength} characters`;
  return cellOf({
    sqlType: 'text',
    expects,
    plain: false,
    parse(value) {
      if (value.length > maxLength && [...value].length > maxLength) return new Refusal(`must be ${expects}`);
      if (PRINTABLE_ASCII.test(value)) return value;
      if (CONTROL.test(value) || !value.isWellFormed())
        return new Refusal('must not hold control or broken characters');
      return value.normalize('NFC');
    },
  });
}

/** Invisible characters, which codes do not need. */
const UNSEEN = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u;

/** Free text that is compared letter by letter, such as the number of a document: with nothing in it that nobody sees. */
export function code(maxLength: number): Cell {
  const words = text(maxLength);
  const unseen = new Refusal('must not hold characters that nobody sees, other than the ordinary blank');
  const lines = new Refusal('must not hold a line break');
  return {
    ...words,
    parse(value) {
      if (!UNSEEN.test(value.replaceAll(' ', ''))) return words.parse(value);
      return /[\r\n]/.test(value) ? lines : unseen;
    },
  };
}

/** The key of a company, an event or a sector in the hub's addresses. */
export function slug(example = 'japan-it-week-2025-spring'): Cell {
  return matching(
    /^(?!.{101})[a-z0-9]+(?:-[a-z0-9]+)*$/,
    `a slug of lower-case letters, digits and single hyphens such as ${example}`,
  );
}

/** The key that a firm gave its own row. */
export function referenceKey(): Cell {
  return matching(
    /^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/,
    'a reference of letters, digits and . _ / - (at most 100, beginning with a letter or digit) such as OEC-2025/0017',
  );
}

/** One of a closed set of codes: a list of them, or an enum, whose meanings are then names of its codes. */
export function oneOf(values: readonly string[] | Readonly<Record<string, unknown>>, what = 'one of'): Cell {
  const codes = Array.isArray(values) ? (values as readonly string[]) : Object.keys(values);
  return choiceOf(codes, `${what} ${codes.join(', ')}`, (code) => phrases(meaningOf(values, code)));
}

/** The phrases of a meaning, each of which may stand for what is meant: `Specified Skilled Worker (i)`, `特定技能1号`. */
function phrases(meaning = ''): string[] {
  return meaning.split(/[,.:;]/).flatMap((phrase) => phrase.trim() || []);
}

/** A whole number without separators. */
export function wholeNumber({ min, max }: { min: number; max: number }): Cell {
  const expects = `a whole number from ${min} to ${max}, without separators`;
  const refusal = new Refusal(`must be ${expects}`);
  return cellOf({
    sqlType: max > 2_147_483_647 || min < -2_147_483_648 ? 'bigint' : 'integer',
    expects,
    parse(value) {
      const isPlain = WHOLE_NUMBER.test(value);
      if (!isPlain && isGroupedByDots(value)) return groupedNumber(value, expects);
      const whole = isPlain ? value : withoutZeroDecimals(value);
      if (!WHOLE_NUMBER.test(whole)) return refusal;
      const number = Number(whole);
      return number >= min && number <= max ? whole : refusal;
    },
  });
}

const WHOLE_NUMBER = /^-?\d{1,15}$/;

/**
 * An exact amount of money, of which the currency stands in a column of its own. Decimals that are all zero are taken off,
 * since programs write them in currencies that have none.
 */
export function amount(): Cell {
  const expects = 'an amount in digits such as 1250000 or 1250.50, without separators or currency signs';
  const refusal = new Refusal(`must be ${expects}`);
  return cellOf({
    sqlType: 'numeric',
    expects,
    parse(value) {
      const isAmount = AMOUNT.test(value);
      // Other decimals than zeros say that they are decimals: the currency's own rule then counts them.
      if (isGroupedByDots(value) && (!isAmount || value.endsWith('.000'))) return groupedNumber(value, expects);
      if (!isAmount) return refusal;
      return value.includes('.') ? withoutZeroDecimals(value) : value;
    },
  });
}

const AMOUNT = /^\d{1,18}(?:\.\d{1,6})?$/;

/** A day, as ISO 8601 writes it. */
export function date(): Cell {
  const expects = 'an ISO 8601 date such as 2025-12-31';
  return cellOf({
    sqlType: 'date',
    expects,
    parse(value) {
      const problem = dayProblem(value, expects);
      return problem ? new Refusal(problem.message + dayHint(value)) : value;
    },
  });
}

/** A skills test that a person passed: the sector and the day. The staged value is the text itself. */
export function skillsTest(): Cell {
  const sector = slug();
  const expects = 'a sector and the day such as nursing-care@2025-03-01';
  return cellOf({
    sqlType: 'text',
    expects,
    parse(value) {
      const at = value.indexOf('@');
      if (at === -1 || typeof sector.parse(value.slice(0, at)) !== 'string') return new Refusal(`must be ${expects}`);
      return dayProblem(value.slice(at + 1), expects) ?? value;
    },
  });
}

const DAY_LENGTH = 10;
const HYPHEN = 45;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/** Digit by digit, without a pattern or a Date: a large file has ten days in a row. */
function dayProblem(value: string, expects: string): Refusal | undefined {
  const year = digits(value, 0, 4);
  const month = digits(value, 5, 7);
  const day = digits(value, 8, DAY_LENGTH);
  const hyphens = value.charCodeAt(4) === HYPHEN && value.charCodeAt(7) === HYPHEN;
  if (value.length !== DAY_LENGTH || !hyphens || Number.isNaN(year + month + day))
    return new Refusal(`must be ${expects}`);
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return new Refusal(`must lie between the years ${FIRST_YEAR} and ${LAST_YEAR}`);
  // Every month has 28 days: the calendar is asked for the last three only.
  if (month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= daysIn(year, month))) return undefined;
  return new Refusal(`must be a day of the calendar, written as ${expects}`);
}

function digits(value: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = value.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
