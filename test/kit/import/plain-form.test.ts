import { describe, expect, it } from 'vitest';
import { type Cell, listOf, parseCell } from '../../../kit/import/cell.js';
import { amount, code, oneOf, slug, wholeNumber } from '../../../kit/import/cells.js';
import { passport, phone } from '../../../kit/import/identity-cells.js';
import { country } from '../../../kit/import/place-cells.js';
import { plainForm } from '../../../kit/import/plain-form.js';

it.each([
  ['２５０，０００', '250,000'],
  ['٢٥٠', '250'],
  ['۲۵۰', '250'],
  ['१२', '12'],
  ['−5', '-5'],
  ['E12‑34', 'E12-34'],
  ['J\u200bP', 'JP'],
  ['株式会社', '株式会社'],
])('%j becomes %j', (text, plain) => expect(plainForm(text)).toBe(plain));

describe('a cell in another form of characters is answered with the plain one', () => {
  const kinds = oneOf(['SENDING', 'IT']);
  const cells: [Cell, string, string][] = [
    [wholeNumber({ min: 0, max: 1_000_000 }), '２５００００', '250000'],
    [amount(), '１２５０.５０', '1250.50'],
    [passport(), 'ＡＢ１２３４５６７', 'AB1234567'],
    [phone(), '＋９２３００１２３４５６７', '+923001234567'],
    [country(), 'J\u200bP', 'JP'],
    [slug(), 'plus‑w', 'plus-w'],
    [code(60), 'C\u00a01', 'C 1'],
  ];
  it.each(cells)('%o: %j', (cell, text, plain) => {
    expect(parseCell(cell, text)).toMatchObject({ message: expect.stringMatching(/; did you mean .*\?$/), sought: '' });
    expect(parseCell(cell, text)).toMatchObject({ message: expect.stringContaining(`; did you mean ${plain}?`) });
  });

  it('only where the plain one is right', () => {
    expect(parseCell(wholeNumber({ min: 0, max: 60 }), '６１')).toMatchObject({
      message: 'must be a whole number from 0 to 60, without separators',
    });
  });

  it.each([
    ['IT;SENDING', 'IT|SENDING'],
    ['SENDING, IT', 'SENDING|IT'],
    ['SENDING／IT', 'SENDING|IT'],
  ])('a list with another separator, %j, is answered with the right one', (text, right) => {
    expect(parseCell(listOf(kinds), text)).toMatchObject({
      message: `must be separated by |: did you mean ${right}?`,
      sought: '',
    });
  });

  it('a number with dots between threes of digits is answered with what it may mean', () => {
    const salary = wholeNumber({ min: 0, max: 100_000_000 });
    const whole = 'must be a whole number from 0 to 100000000, without separators';
    expect(parseCell(salary, '250.000')).toMatchObject({ message: `${whole}; did you mean 250000 or 250?` });
    expect(parseCell(salary, '45.500')).toMatchObject({ message: `${whole}; did you mean 45500?` });
    expect(parseCell(amount(), '1.250.000')).toMatchObject({
      message: expect.stringMatching(/; did you mean 1250000\?$/),
    });
    expect(parseCell(salary, '250000.000')).toBe('250000');
  });

  it('a line break in a code is called one', () => {
    expect(parseCell(code(60), 'E1\nE2')).toMatchObject({ message: 'must not hold a line break' });
  });
});
