import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openToyDatabase, type ToyDatabase } from './toy-database.js';

const FULL = [
  'reference,state,names,partners,tests,salary,currency,born_on,left_on,languages',
  'A,NEW,Amina,plusw|sakura-care,it@2025-03-01,1500.50,USD,1998-02-28,2025-12-31,Urdu|Japanese',
  'B,TRAINED,Bilal,,,900,JPY,1990-01-01,,Sindhi',
];

const HELD = `
  select reference, state, names, partners, tests, salary, currency, born_on::text, left_on::text,
    (select array_agg(name order by name) from toy.language where worker = id)
  from toy.worker order by reference`;

let toy: ToyDatabase;
beforeAll(async () => {
  toy = await openToyDatabase();
});
beforeEach(async () => {
  await toy.clear();
  await toy.load(FULL);
});
afterAll(() => toy?.close());

describe('a column that the sheet does not have', () => {
  it('keeps what the hub holds, in the row and in its child rows', async () => {
    const [amina, bilal] = await toy.stored(HELD);
    const report = await toy.load(['names,reference', 'Amina Gul,A', 'Bilal,B']);
    expect(report).toMatchObject({ read: 2, inserted: 0, updated: 1, unchanged: 1, problemCount: 0 });
    expect(await toy.stored(HELD)).toEqual([amina?.with(2, 'Amina Gul'), bilal]);
  });

  it('is kept though the sheet stands in another order than the hub, and names the rows alone', async () => {
    const before = await toy.stored(`select w.*, w.xmin from toy.worker w order by reference`);
    expect(await toy.load(['reference', 'B', 'A'])).toMatchObject({ read: 2, updated: 0, unchanged: 2 });
    expect(await toy.stored(`select w.*, w.xmin from toy.worker w order by reference`)).toEqual(before);
  });

  it('is not needed by a row of the hub, only by a new one', async () => {
    const report = await toy.load(['reference,names', 'A,Amina Gul', 'C,Chaman', 'D,Dania']);
    expect(report.problemLines).toEqual([
      'line 3, column state: must be in the sheet: C is new to the hub, and a new row needs it',
      'line 4, column state: must be in the sheet: D is new to the hub, and a new row needs it',
    ]);
    expect(await toy.stored('select names from toy.worker order by reference')).toEqual([['Amina'], ['Bilal']]);
    expect(await toy.load(['reference,names,state', 'A,Amina Gul,NEW', 'C,Chaman,NEW'])).toMatchObject({
      inserted: 1,
      updated: 1,
    });
  });

  it('counts in a rule with what the hub holds there', async () => {
    const report = await toy.load(['reference,left_on,salary', 'A,1997-01-01,1500.5', 'B,1997-01-01,900.5']);
    expect(report.problemLines).toEqual([
      'line 2, column left_on: "1997-01-01" must not be before born_on (1998-02-28) (the hub holds born_on 1998-02-28)',
      'line 3, column salary: "900.5" must have no decimals in JPY (the hub holds currency JPY)',
    ]);
    expect(await toy.load(['reference,left_on', 'A,1999-01-01'])).toMatchObject({ updated: 1, problemCount: 0 });
  });

  it('breaks no rule by itself: the hub holds what it holds', async () => {
    await toy.stored(`update toy.worker set left_on = '1900-01-01' where reference = 'A'`);
    expect(await toy.load(['reference,names', 'A,Amina Gul'])).toMatchObject({ updated: 1, problemCount: 0 });
  });

  it('is looked up nowhere', async () => {
    const report = await toy.load(['reference,names', 'A,Amina Gul'], { lookup: async () => [null] });
    expect(report).toMatchObject({ updated: 1, problemCount: 0 });
  });

  it('cannot be one of the key', async () => {
    await expect(toy.load(['names,state', 'Amina,NEW'])).rejects.toThrow(
      'line 1: the column reference must be there: the hub knows a row by it',
    );
  });
});

describe('an empty cell of a column that the sheet has', () => {
  it('means unknown', async () => {
    const lines = ['reference,names,languages', 'A,,'];
    expect(await toy.load(lines, { emptiesValues: true })).toMatchObject({ updated: 1 });
    expect(await toy.stored(`${HELD} limit 1`)).toEqual([
      [
        'A',
        'NEW',
        null,
        ['plusw', 'sakura-care'],
        ['it@2025-03-01'],
        '1500.50',
        'USD',
        '1998-02-28',
        '2025-12-31',
        null,
      ],
    ]);
  });

  it('is refused where a row must have a value, new or not', async () => {
    const { problemLines } = await toy.load(['reference,state', 'A,']);
    expect(problemLines).toEqual(['line 2, column state: must not be empty: one of NEW, TRAINED, EMPLOYED, GONE']);
  });
});

it('a row of another length is refused, even where it is as long as the definition', async () => {
  const { problemLines } = await toy.load(['reference,names', `A${',x'.repeat(20)}`]);
  expect(problemLines).toEqual([
    'line 2: has 21 cells where there are 2 columns: put a value that holds a comma in quotes',
  ]);
});
