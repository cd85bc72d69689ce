import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvParser } from '../../../kit/import/csv-parser.js';
import { FileError } from '../../../kit/import/file-error.js';

function parsed(...chunks: string[]) {
  const parser = new CsvParser();
  return [...chunks.flatMap((chunk) => parser.push(chunk)), ...parser.push('', true)];
}

const cellsOf = (...chunks: string[]) => parsed(...chunks).map(({ cells }) => cells);

/** What csv-parse reads, or 'refused'. A row of one empty cell is an empty line to us. */
function oracle(text: string): string[][] | 'refused' {
  try {
    const rows: string[][] = parse(text, {
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n'],
      skip_empty_lines: true,
    });
    return rows.filter((cells) => cells.length > 1 || cells[0] !== '');
  } catch {
    return 'refused';
  }
}

function ours(chunks: string[]): string[][] | 'refused' {
  try {
    return cellsOf(...chunks);
  } catch (error) {
    expect(error).toBeInstanceOf(FileError);
    return 'refused';
  }
}

/** The text cut at random places. */
const chunked = (text: fc.Arbitrary<string>) =>
  fc.tuple(text, fc.array(fc.nat({ max: 60 }), { maxLength: 5 })).map(([whole, cuts]) => {
    const places = [0, ...cuts.map((cut) => Math.min(cut, whole.length)).sort((a, b) => a - b), whole.length];
    return places.slice(1).map((end, index) => whole.slice(places[index], end));
  });

describe('the CSV parser', () => {
  it('reads every mixture of quotes, commas and line ends as csv-parse does, however it is cut into chunks', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'é', '介', ' ', ',', '"', '"', '\n', '\r\n', '\r'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(chunked(text), (chunks) => {
        expect(ours(chunks)).toEqual(oracle(chunks.join('')));
      }),
      { numRuns: 5_000 },
    );
  });

  it('gives back every table that was written as CSV', () => {
    const cell = fc.string({ unit: fc.constantFrom('x', 'ع', '🗾', ' ', ',', '"', '\n', '\r\n'), maxLength: 8 });
    const table = fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: 2, maxLength: 5 }), { maxLength: 8 });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.nat(200),
        (rows, lineEnd, endsInLineEnd, cut) => {
          const write = ([value, quoted]: [string, boolean]) =>
            quoted || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
          const text = rows.map((row) => row.map(write).join(',')).join(lineEnd) + (endsInLineEnd ? lineEnd : '');
          expect(cellsOf(text.slice(0, cut), text.slice(cut))).toEqual(rows.map((row) => row.map(([value]) => value)));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('knows the line of the file on which each row begins', () => {
    const rows = parsed('a,b\n"one\ntwo","three\r\n', 'four"\r\n\r\nlast,row');
    expect(rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['one\ntwo', 'three\r\nfour'] },
      { line: 6, cells: ['last', 'row'] },
    ]);
  });

  it.each([
    [
      'a quote that is never closed',
      'a,b\n1,"two\n3,4\n',
      /^line 2: a quote in the row that begins here is never closed/,
    ],
    ['a quote inside a cell', 'a,b\n1,5" pipe\n', /^line 2: a quote inside a cell/],
    ['a blank before a quote', 'a,b\n1, "2"\n', /^line 2: a blank before a quote: delete the blank/],
    ['text after a closing quote', 'a,b\n"1"2,3\n', /^line 2: text after a closing quote/],
  ])('refuses %s', (_, text, message) => {
    expect(() => parsed(text)).toThrow(message);
  });

  it('does not read the rest of a large file into memory in search of a closing quote', () => {
    const parser = new CsvParser();
    parser.push('a,b\n"begins here');
    const feed = () => {
      for (let chunk = 0; chunk < 40; chunk += 1) parser.push('x,y\n'.repeat(10_000));
    };
    expect(feed).toThrow(
      /^line 2: the row that begins here is longer than 1048576 characters: is a closing quote missing\?/,
    );
  });
});
