import { describe, expect, it } from 'vitest';
import { type Cell, listOf, parseCell, Refusal } from '../../../kit/import/cell.js';
import {
  amount,
  code,
  date,
  oneOf,
  referenceKey,
  skillsTest,
  slug,
  text,
  wholeNumber,
} from '../../../kit/import/cells.js';
import { currency } from '../../../kit/import/currencies.js';
import { cnic, corporateNumber, email, passport, phone, url } from '../../../kit/import/identity-cells.js';
import { country, prefecture } from '../../../kit/import/place-cells.js';

const CELLS: Readonly<Record<string, Cell>> = {
  text: text(),
  code: code(60),
  slug: slug(),
  reference: referenceKey(),
  enum: oneOf(['N1', 'N2']),
  number: wholeNumber({ min: 0, max: 60 }),
  amount: amount(),
  date: date(),
  skillsTest: skillsTest(),
  currency: currency(),
  country: country(),
  prefecture: prefecture(),
  cnic: cnic(),
  corporateNumber: corporateNumber(),
  passport: passport(),
  email: email(),
  phone: phone(),
  url: url(),
  textList: listOf(text()),
  slugList: listOf(slug()),
};

const ERRORS = [
  ...['#N/A', '#n/a', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NULL!', '#NUM!', '#SPILL!', '#CALC!', '#GETTING_DATA'],
  ...['#FIELD!', '#BLOCKED!', '#UNKNOWN!', '#CONNECT!', '#BUSY!', '#PYTHON!', '#EXTERNAL!', '#TIMEOUT!', '#ERROR!'],
  ...['#NV', '#N/D', '#WERT!', '#BEZUG!', '#¿NOMBRE?', '#¡VALOR!', '#ДЕЛ/0!', '＃Ｎ／Ａ', 'Err:502', '##', '########'],
];

const message = (cell: Cell, value: string) => {
  const parsed = parseCell(cell, value);
  return parsed instanceof Refusal ? parsed.message : undefined;
};

describe('an error of a spreadsheet', () => {
  it.each(Object.entries(CELLS))('is no value of a cell: %s', (_, cell) => {
    for (const error of ERRORS) {
      expect(message(cell, error)).toBe(
        'is an error of the spreadsheet, not a value: mend its formula or empty the cell',
      );
    }
  });

  it('is no item of a list', () => {
    expect(message(listOf(text()), 'Urdu | #N/A')).toBe(
      'item "#N/A" is an error of the spreadsheet, not a value: mend its formula or empty the cell',
    );
  });

  it.each([
    '#1 Systems',
    '#',
    'No. #7',
    'N/A',
    'C#',
    '#plusw',
    '#N/A Ltd',
    'Error',
    'What!?',
    'Err: 502',
  ])('is not what it only resembles: %s', (value) => {
    expect(parseCell(text(), value)).toBe(value);
  });
});

describe('a number that a spreadsheet has shortened', () => {
  it.each([
    [wholeNumber({ min: 0, max: 1_000_000 }), '2.1E+05'],
    [wholeNumber({ min: 0, max: 1_000_000 }), '1e3'],
    [amount(), '8E+06'],
    [corporateNumber(), '7.00001E+12'],
    [cnic(), '3,52021E+12'],
    [phone(), '9.23E+11'],
  ])('is refused, and the message says why', (cell, value) => {
    expect(message(cell, value)).toMatch(
      /^must be .*; the spreadsheet has shortened it: give the column the format Text or Number$/,
    );
  });

  it('is text in a text', () => {
    expect(parseCell(text(), '1e3')).toBe('1e3');
  });
});
