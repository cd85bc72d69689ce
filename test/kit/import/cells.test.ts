import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, listOf, Refusal } from '../../../kit/import/cell.js';
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
import { currency, minorUnits, minorUnitsProblem } from '../../../kit/import/currencies.js';
import { cnic, corporateNumber, email, passport, phone, url } from '../../../kit/import/identity-cells.js';
import { country, prefecture } from '../../../kit/import/place-cells.js';

const message = (cell: Cell, value: string) => {
  const parsed = cell.parse(value);
  return parsed instanceof Refusal ? parsed.message : undefined;
};

const TABLE: [name: string, cell: Cell, good: string[], bad: string[]][] = [
  [
    'slug',
    slug(),
    ['plusw', 'japan-it-week-2025-spring', 'x'.repeat(100)],
    ['PlusW', '-a', 'a-', 'a--b', 'a b', 'プラス', 'x'.repeat(101)],
  ],
  ['referenceKey', referenceKey(), ['OEC-2025/0017', '7', 'a.b_c'], ['-1', 'a b', 'a\nb', 'é', 'x'.repeat(101)]],
  [
    'text',
    text(5),
    ['Plus', '介護介護介', '🗾🗾🗾🗾🗾', 'a\tb', 'a\r\nb', 'می\u200cخ'],
    ['123456', 'a\u0000', 'a\u0092b', 'a\u0007', 'a\rb', '\ud800', 'a\ufffd'],
  ],
  [
    'code',
    code(9),
    ['E12-34', '東 E12', 'a b'],
    ['a\u200bb', 'a\u00adb', 'a\u00a0b', 'a\u3000b', 'a\nb', 'a\u202eb', 'x'.repeat(10)],
  ],
  ['oneOf', oneOf(['N1', 'N2']), ['N1', 'N2'], ['n1', 'N3', 'N1 ', 'constructor']],
  [
    'wholeNumber',
    wholeNumber({ min: 0, max: 60 }),
    ['0', '60', '007', '60.0', '1.000000'],
    [
      '-1',
      '61',
      '61.0',
      '1.5',
      '1.',
      '.0',
      '1.0.0',
      '1,0',
      '1e1',
      '1,000',
      '1.000',
      '12.000.000',
      '٣',
      '９',
      '1'.repeat(400),
    ],
  ],
  [
    'amount',
    amount(),
    ['0', '1250000', '1250.50', '1250.000', '1.250', '0.000', '9'.repeat(18)],
    ['-1', '1,250', '250.000', '1.250.000', '$5', '1.', '.5', '1e6', '9'.repeat(19), '１'],
  ],
  [
    'corporateNumber',
    corporateNumber(),
    ['7000012050002', '5050005005266'],
    ['7000012050003', '6000012050002', '700001205000', '0000012050002'],
  ],
  ['passport', passport(), ['AB1234567', 'ABC123'], ['ab1234567', 'AB123', 'AB12345678', 'AB-12345']],
  [
    'cnic',
    cnic(),
    ['35202-1234567-1', '3520212345671'],
    ['35202-12345671', '3520212345671 ', '35202-1234567', '352021234567a'].slice(1),
  ],
  [
    'email',
    email(),
    ['name@example.com', 'a+b.c@mail.example.co.jp'],
    [
      'na\u200bme@example.com',
      'name\u00ad@example.com',
      'name',
      'name@',
      'a@b',
      'a b@example.com',
      'a@-x.com',
      'a@example.com,b@example.com',
    ],
  ],
  [
    'phone',
    phone(),
    ['+923001234567', '+81 (3) 1234-5678'],
    ['03001234567', '+0123456789', '+12', '+123456789012345678'],
  ],
  [
    'url',
    url(),
    ['https://www.plusw.co.jp/', 'http://example.com/a?b=c'],
    [
      'https://example.com/a\u200bb',
      'www.example.com',
      'ftp://example.com',
      'https://',
      'https://a b.com',
      'javascript:alert(1)',
    ],
  ],
  ['country', country(), ['JP', 'PK'], ['jp', 'JPN', 'XX', 'UK']],
  ['prefecture', prefecture(), ['JP-01', 'JP-47'], ['JP-00', 'JP-48', 'JP-1', '13', 'Tokyo']],
  ['currency', currency(), ['JPY', 'USD', 'PKR'], ['jpy', 'US$', 'DEM', 'XXX']],
  [
    'skillsTest',
    skillsTest(),
    ['nursing-care@2025-03-01'],
    ['nursing-care', '@2025-03-01', 'nursing-care@2025-02-30', 'nursing-care@01/03/2025'],
  ],
  [
    'date',
    date(),
    ['2024-02-29', '1900-01-01', '2100-12-31'],
    [
      '31/12/2025',
      '2025-1-1',
      '2025-12-31T00:00',
      '2023-02-29',
      '1900-02-29',
      '2025-13-01',
      '2025-00-10',
      '2025-04-31',
      '1899-12-31',
      '2101-01-01',
      '２０２５-01-01',
      '20250101',
    ],
  ],
];

describe.each(TABLE)('%s', (_, cell, good, bad) => {
  it.each(good)('takes %j', (value) => {
    expect(message(cell, value)).toBeUndefined();
  });

  it.each(bad)('refuses %j and says what would be right', (value) => {
    expect(message(cell, value)).toMatch(/^must (be|hold|lie|not hold) /);
  });
});

describe('a date', () => {
  it('is a day exactly when the calendar has it', () => {
    const cell = date();
    const part = (max: number) => fc.nat(max).map((number) => String(number).padStart(2, '0'));
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), part(14), part(33), (year, month, day) => {
        const value = `${year}-${month}-${day}`;
        const time = new Date(`${value}T00:00:00Z`);
        const exists = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(value);
        expect(message(cell, value) === undefined).toBe(exists);
      }),
      { numRuns: 20_000 },
    );
  });

  it('is every day of two hundred years', () => {
    const cell = date();
    const days = [];
    for (let time = Date.UTC(1900, 0, 1); time <= Date.UTC(2100, 11, 31); time += 86_400_000)
      days.push(new Date(time).toISOString().slice(0, 10));
    expect(days.filter((day) => message(cell, day) !== undefined)).toEqual([]);
  });
});

describe('what a cell says', () => {
  it('names a date as it should be written', () => {
    expect(message(date(), '31/12/2025')).toBe('must be an ISO 8601 date such as 2025-12-31; did you mean 2025-12-31?');
    expect(message(date(), '2025-02-30')).toBe(
      'must be a day of the calendar, written as an ISO 8601 date such as 2025-12-31',
    );
  });

  it('tells a wrong check digit from a wrong length', () => {
    expect(message(corporateNumber(), '7000012050003')).toMatch(/check digit is wrong/);
    expect(message(corporateNumber(), '123')).not.toMatch(/check digit/);
  });
});

describe('what a cell makes of its text', () => {
  it('composes letters (NFC), so that equal names are equal', () => {
    expect(text().parse('カ\u3099')).toBe('ガ');
  });

  it.each([
    ['a whole number', wholeNumber({ min: 0, max: 1_000_000 }), '250000.0', '250000'],
    ['a whole number below zero', wholeNumber({ min: -9, max: 9 }), '-3.00', '-3'],
    ['an amount', amount(), '8000000.00', '8000000'],
    ['an amount with other decimals', amount(), '1250.50', '1250.50'],
    ['a corporate number', corporateNumber(), '7000012050002.0', '7000012050002'],
    ['a CNIC', cnic(), '3520212345671.0', '35202-1234567-1'],
  ])('takes decimals that are all zero off %s', (_, cell, given, stored) => {
    expect(cell.parse(given)).toBe(stored);
  });

  it('keeps a CNIC with hyphens and a telephone number without blanks', () => {
    expect(cnic().parse('3520212345671')).toBe('35202-1234567-1');
    expect(phone().parse('+92 300-1234567')).toBe('+923001234567');
  });
});

describe('a list', () => {
  const list = listOf(oneOf(['SENDING', 'IT']));

  it('has its items between |', () => {
    expect(list.parse('SENDING | IT')).toBe('{SENDING,IT}');
    expect(list.sqlType).toBe('text[]');
  });

  it('names the item that is wrong', () => {
    expect(message(list, 'IT|SENDIN')).toBe('item "SENDIN" must be one of SENDING, IT');
    expect(message(list, 'IT||SENDING')).toBe('must not have an empty item between | and |');
    expect(message(list, 'IT|IT')).toBe('must not name "IT" twice');
  });
});

describe('currencies', () => {
  it('know their minor units', () => {
    expect([minorUnits('JPY'), minorUnits('USD'), minorUnits('KWD'), minorUnits('CLF'), minorUnits('usd')]).toEqual([
      0,
      2,
      3,
      4,
      undefined,
    ]);
  });

  it.each([
    ['1250', 'JPY', undefined],
    ['1250.5', 'JPY', 'must have no decimals in JPY'],
    ['1250.50', 'USD', undefined],
    ['1250.505', 'USD', 'must have at most 2 decimals in USD'],
    ['1250.505', 'KWD', undefined],
  ])('%s %s', (value, code, problem) => {
    expect(minorUnitsProblem(value, code)).toBe(problem);
  });
});
