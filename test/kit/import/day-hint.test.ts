import { expect, it } from 'vitest';
import { parseCell, Refusal } from '../../../kit/import/cell.js';
import { date } from '../../../kit/import/cells.js';
import { past } from '../../../kit/import/past-cells.js';

const EXPECTED = 'must be an ISO 8601 date such as 2025-12-31';

it.each([
  ['31/12/2025', '2025-12-31'],
  ['12/31/2025', '2025-12-31'],
  ['03/04/2025', '2025-04-03 or 2025-03-04'],
  ['04-04-2025', '2025-04-04'],
  ['2025/2/3', '2025-02-03'],
  ['2025.12.31', '2025-12-31'],
  ['20251231', '2025-12-31'],
  ['2025年2月3日', '2025-02-03'],
  ['令和7年12月31日', '2025-12-31'],
  ['令和元年5月1日', '2019-05-01'],
  ['R7.12.31', '2025-12-31'],
  ['昭和64/1/7', '1989-01-07'],
  ['31-Dec-25', '2025-12-31'],
  ['1 January 1999', '1999-01-01'],
  ['1-Jan-99', '1999-01-01'],
  ['Dec 31, 2025', '2025-12-31'],
  ['2025-12-31 00:00:00', '2025-12-31'],
  ['2025-12-31T00:00:00.000Z', '2025-12-31'],
  ['２０２５－１２－３１', '2025-12-31'],
  ['２０２５/１２/３１', '2025-12-31'],
  ['2025–12–31', '2025-12-31'],
  ['2025-12\u200b-31', '2025-12-31'],
])('%j is answered with the day in the hub’s writing', (text, days) => {
  expect(parseCell(past(date()), text)).toMatchObject({ message: `${EXPECTED}; did you mean ${days}?` });
});

it.each([
  '',
  '2025',
  '2025-12',
  '30/02/2025',
  '31/31/2025',
  '31-Foo-25',
  '2025-12-31 14:30',
  'today',
  'R7',
  '1850/01/01',
])('%j is no day in another writing', (text) => expect(parseCell(date(), text)).toEqual(new Refusal(EXPECTED)));

it.each(['45997', '45997.0'])('%j is the number by which a spreadsheet keeps a day', (text) => {
  const advice = 'a spreadsheet keeps days as such numbers: give the column the format yyyy-mm-dd';
  expect(parseCell(date(), text)).toEqual(new Refusal(`${EXPECTED}; ${advice}`));
});
