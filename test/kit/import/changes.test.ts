import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openToyDatabase, type ToyDatabase } from './toy-database.js';

const FULL = [
  'reference,state,names,passport,partners,salary,currency,languages',
  'A,NEW,Amina,AB1234567,plusw|sakura-care,1500.50,USD,Urdu|Japanese',
  'B,TRAINED,Bilal,CD7654321,,900,JPY,Sindhi',
];

let toy: ToyDatabase;
beforeAll(async () => {
  toy = await openToyDatabase();
});
beforeEach(async () => {
  await toy.clear();
  await toy.load(FULL);
});
afterAll(() => toy?.close());

describe('the report', () => {
  it('shows for each changed row the column, the value before and the value after', async () => {
    const { text } = await toy.load([
      'reference,state,names,salary,languages,partners',
      'A,TRAINED,Amina,1500.5,Japanese|Urdu,plusw',
      'B,TRAINED,"Bilal ""B"" Khan",900,Sindhi|Urdu,oec',
      'C,NEW,Chaman,,,',
    ]);
    expect(text.split('\n')).toEqual([
      'workers: 3 rows read: 1 inserted, 2 updated, 0 unchanged.',
      'line 2, A: partners "plusw|sakura-care" → "plusw", state "NEW" → "TRAINED"',
      String.raw`line 3, B: partners unknown → "oec", names "Bilal" → "Bilal \"B\" Khan", languages "Sindhi" → "Sindhi|Urdu"`,
    ]);
  });

  it('shows a passport number by its last four characters alone', async () => {
    const { text } = await toy.load(['reference,passport', 'A,EF0000001']);
    expect(text).toContain('line 2, A: passport "••••4567" → "••••0001"');
    expect(text).not.toMatch(/AB1234567|EF0000001/);
  });

  it('shows a hundred changed rows, and counts what changes in all of them by column', async () => {
    const rows = Array.from({ length: 250 }, (_, index) => `R${1000 + index}`);
    await toy.load(['reference,state,names', ...rows.map((reference) => `${reference},NEW,x`)]);
    const report = await toy.load([
      'reference,state,names',
      ...rows.map((reference, index) => `${reference},TRAINED,${index % 2 ? 'x' : 'y'}`),
    ]);
    const lines = report.text.split('\n');
    expect(report.changes).toMatchObject({
      rowCount: 250,
      columns: [
        { column: 'state', changed: 250, emptied: 0 },
        { column: 'names', changed: 125, emptied: 0 },
      ],
    });
    expect(lines).toHaveLength(103);
    expect(lines[100]).toBe('line 101, R1099: state "NEW" → "TRAINED"');
    expect(lines.slice(101)).toEqual([
      'and 150 more changed rows',
      'values that change in all rows: state 250, names 125',
    ]);
  });

  it('shows the same when it is only tried, and then changes nothing', async () => {
    const { text } = await toy.load(['reference,names', 'A,Amina Gul'], { dryRun: true });
    expect(text.split('\n').slice(1)).toEqual(['line 2, A: names "Amina" → "Amina Gul"']);
    expect(await toy.stored(`select names from toy.worker where reference = 'A'`)).toEqual([['Amina']]);
  });

  it('warns of what is unlikely, and loads it', async () => {
    const { text } = await toy.load(['reference,age,state', 'A,16,NEW', 'B,40,TRAINED']);
    expect(text).toContain('warning: line 2, column age: "16" is below 18');
    expect(await toy.stored(`select age from toy.worker where reference = 'A'`)).toEqual([[16]]);
  });
});

describe('a sheet that would empty values of the hub', () => {
  const lines = ['reference,names,salary,currency,languages', 'A,,,USD,', 'B,Bilal,,,Sindhi', 'C,,,,'].map(
    (line, index) => (index === 0 ? `${line},state` : `${line},${['NEW', 'TRAINED', 'NEW'][index - 1]}`),
  );
  const held = () => toy.stored('select reference, names, salary, currency from toy.worker order by reference');

  it('is refused without leave: nothing is written, and the report says how many values and which columns', async () => {
    const before = await held();
    const report = await toy.load(lines);
    expect(report.text.split('\n')).toEqual([
      'workers: 3 rows read: nothing was loaded, because it would empty values.',
      'It would empty 5 values that the hub holds: names 1, salary 2, currency 1, languages 1.',
      'An empty cell means unknown. To keep what the hub holds, leave the column out of the sheet. To empty it, add --empties-values. --dry-run shows each value.',
    ]);
    expect(report).toMatchObject({ inserted: 0, updated: 0 });
    expect(await held()).toEqual(before);
    expect(await toy.stored('select count(*)::int from toy.language')).toEqual([[3]]);
  });

  it('shows each of them when it is only tried', async () => {
    const { text } = await toy.load(lines, { dryRun: true });
    expect(text.split('\n').slice(0, 8)).toEqual([
      'workers: 3 rows read; a dry run, nothing was loaded; it would be 1 inserted, 2 updated, 0 unchanged.',
      'It empties 5 values that the hub holds: names 1, salary 2, currency 1, languages 1.',
      'An empty cell means unknown. To keep what the hub holds, leave the column out of the sheet. To empty it, add --empties-values.',
      'line 2, A: empties names, which is "Amina"',
      'line 2, A: empties salary, which is "1500.50"',
      'line 2, A: empties languages, which is "Japanese|Urdu"',
      'line 3, B: empties salary, which is "900"',
      'line 3, B: empties currency, which is "JPY"',
    ]);
  });

  it('loads with leave, and says what it emptied', async () => {
    const report = await toy.load(lines, { emptiesValues: true });
    expect(report.text).toContain(
      'It emptied 5 values that the hub holds: names 1, salary 2, currency 1, languages 1.',
    );
    expect(report).toMatchObject({ inserted: 1, updated: 2 });
    expect(await held()).toEqual([
      ['A', null, null, 'USD'],
      ['B', 'Bilal', null, null],
      ['C', null, null, null],
    ]);
  });

  it('is no longer one when the hub holds nothing there', async () => {
    await toy.load(lines, { emptiesValues: true });
    expect(await toy.load(lines)).toMatchObject({ unchanged: 3, changes: { rowCount: 0, emptied: 0 } });
  });
});
