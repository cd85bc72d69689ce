import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { columnLetters } from '../../../kit/import/column-letters.js';
import { csvRows } from '../../../kit/import/csv-rows.js';
import type { Row } from '../../../kit/import/rows.js';

const COLUMNS = ['event', 'company', 'booth'];
const ROW = ['japan-it-week', 'plusw', 'E12-34'];

/** The rows of a sheet, which must not depend on how the stream is cut. */
async function read(text: string, columns: readonly string[] = COLUMNS): Promise<Row[]> {
  const [whole, pieces] = await Promise.all([1 << 16, 3].map((size) => rowsOf(text, columns, size)));
  expect(pieces).toEqual(whole);
  return whole as Row[];
}

async function rowsOf(text: string, columns: readonly string[], size: number): Promise<Row[]> {
  const bytes = Buffer.from(text);
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
  const definition = { columns: Object.fromEntries(columns.map((name) => [name, {}])), key: columns };
  const rows: Row[] = [];
  for await (const batch of csvRows(Readable.from(chunks), definition)) rows.push(...batch.rows);
  return rows;
}

describe('a row with nothing in its cells', () => {
  it.each([
    ['commas', ',,'],
    ['fewer commas', ','],
    ['more commas', ',,,,,'],
    ['blanks', ' , \t,\u3000'],
    ['quotes', '"","",""'],
    ['what nobody sees', '\u200b,\ufeff,\u200f\u00ad\u2060'],
  ])('of %s is no row, wherever it stands', async (_, empty) => {
    const sheet = [empty, 'event,company,booth', empty, ROW.join(','), empty, empty, 'a,b,c', empty].join('\r\n');
    expect(await read(sheet)).toEqual([
      { line: 4, cells: ROW },
      { line: 7, cells: ['a', 'b', 'c'] },
    ]);
  });

  it('is not one with a single value', async () => {
    expect(await read('event,company,booth\n,,0\n')).toEqual([{ line: 2, cells: ['', '', '0'] }]);
  });
});

describe('columns without a name', () => {
  it.each([
    ['at the end', 'event,company,booth,,', `${ROW.join(',')},,`],
    ['at the end of some rows only', 'event,company,booth', `${ROW.join(',')},, ,""`],
    ['at the end of the line of names only', 'event,company,booth,,', ROW.join(',')],
    ['in the middle', 'event,,company, ,booth', 'japan-it-week,,plusw,\u200b,E12-34'],
    ['in front', ',event,company,booth', `,${ROW.join(',')}`],
    ['anywhere, in another order', 'booth,,company,event,', 'E12-34,,plusw,japan-it-week,'],
  ])('and without values %s are nothing', async (_, names, row) => {
    expect(await read(`${names}\n${row}\n`)).toEqual([{ line: 2, cells: ROW }]);
  });

  it.each([
    [
      'event,company,booth,,',
      'a,b,c,,x',
      'a value in column E ("x"), which line 1 gives no name: name it there, or empty it',
    ],
    [
      'event,company,booth,,',
      'a,b,c,x,y',
      'values in columns D ("x"), E ("y"), which line 1 gives no name: name them there, or empty them',
    ],
    [
      'event,,company,booth',
      'a,x,b,c',
      'a value in column B ("x"), which line 1 gives no name: name it there, or empty it',
    ],
    [
      'event,,company,booth,',
      'a,x,b,c,y',
      'values in columns B ("x"), E ("y"), which line 1 gives no name: name them there, or empty them',
    ],
  ])('and with values are named by their letters: %s', async (names, row, message) => {
    expect(await read(`${names}\n${ROW.join(',')},,\n${row}\n`)).toContainEqual({
      line: 3,
      cells: expect.any(Array),
      fault: `holds ${message}`,
    });
  });

  it('have the letters of a spreadsheet', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});

describe("Excel's line of the separator", () => {
  it.each([
    'sep=,',
    'SEP=,',
    '"sep=,"',
    'sep=,,,',
    'sep=',
    '\ufeffsep=,',
    'sep=;',
  ])('is passed over: %s', async (line) => {
    expect(await read(`${line}\r\nevent,company,booth\r\n${ROW.join(',')}\r\n`)).toEqual([{ line: 3, cells: ROW }]);
  });

  it.each([
    'sep=;\r\nevent;company;booth\r\na;b;c\r\n',
    'sep=;\r\n"event";"company";"booth"\r\n"a";"b";"c"\r\n',
  ])('does not make other separators right', async (sheet) => {
    await expect(read(sheet)).rejects.toThrow('line 2: the columns must be separated by commas, not semicolons');
  });

  it('is a name like others further down', async () => {
    await expect(read('event,company,booth\nsep=,,\n')).resolves.toEqual([{ line: 2, cells: ['sep=', '', ''] }]);
  });
});

describe('a file that is cut in another way', () => {
  const CUTS = [
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['vertical bars', '|'],
    ['full-width commas', '，'],
    ['ideographic commas', '、'],
  ] as const;
  const table = [COLUMNS, ROW, ['x', 'y', 'z']];
  const QUOTING: readonly [string, (cell: string, line: number) => string][] = [
    ['no cell in quotes', (cell) => cell],
    ['every cell in quotes', (cell) => `"${cell}"`],
    ['the values in quotes', (cell, line) => (line > 0 ? `"${cell}"` : cell)],
    ['the names in quotes', (cell, line) => (line > 0 ? cell : `"${cell}"`)],
  ];
  const write = (quote: (cell: string, line: number) => string, separator: string, lineEnd: string) =>
    table.map((cells, line) => cells.map((cell) => quote(cell, line)).join(separator) + lineEnd).join('');

  describe.each(QUOTING)('with %s', (_, quote) => {
    it.each(CUTS)('is refused for its %s', async (name, separator) => {
      await expect(read(write(quote, separator, '\r\n'))).rejects.toThrow(
        `line 1: the columns must be separated by commas, not ${name}`,
      );
    });

    it('is refused for its line ends', async () => {
      await expect(read(write(quote, ',', '\r'))).rejects.toThrow('line 1: lines must end with LF or CRLF');
    });

    it('is read with commas', async () => {
      expect(await read(write(quote, ',', '\r\n'))).toHaveLength(2);
    });
  });

  it('is refused where another separator or line end begins further down', async () => {
    await expect(read('event,company,booth\n"a";"b";"c"\n')).rejects.toThrow(
      'line 2: the columns must be separated by commas, not semicolons',
    );
    await expect(read('event,company,booth\n"a","b","c"\r"d","e","f"\r')).rejects.toThrow(
      'line 2: lines must end with LF or CRLF',
    );
  });

  it('is refused where the first line is a title', async () => {
    await expect(read('PAVILION;;\n"as on, 15 July";;\nevent;company;booth\n')).rejects.toThrow(
      'line 1: the columns must be separated by commas, not semicolons',
    );
    await expect(read('Exhibits; as on 15 July\nevent,company,booth\na,b,c\n')).rejects.toThrow(
      'line 1: this first line must name the columns, and reads "Exhibits; as on 15 July"; line 2 looks like it',
    );
  });

  it('may have other separators within its names and values', async () => {
    expect(await read('event,company,"booth"\n"a;b","c|d","e\r\n\tf"\n')).toEqual([
      { line: 2, cells: ['a;b', 'c|d', 'e\r\n\tf'] },
    ]);
  });
});

describe('a sheet with headings of its own', () => {
  const columns = ['reference', 'exhibitor', 'reported_value', 'signed_on'];

  it('is told what its first line is, and where the names seem to be', async () => {
    const sheet =
      'PAVILION – CONTRACTS,,,\n"as on 15/07/2025",,,\n,,,\nRef,Reference,Reported Value,Signed On\n1,2,3,4\n';
    await expect(read(sheet, columns)).rejects.toThrow(
      'line 1: this first line must name the columns, and reads "PAVILION – CONTRACTS"; line 4 looks like it ' +
        '("Ref", "Reference", "Reported Value", "Signed On"): delete the lines above it. ' +
        'The columns are reference,exhibitor,reported_value,signed_on',
    );
  });

  it('is told of every name that is none, with the column that is meant', async () => {
    await expect(read('Sr. No.,Exhibitor,Reported Value,signed_on\n1,2,3,4\n', columns)).rejects.toThrow(
      'line 1: unknown columns "Sr. No.", "Exhibitor" (did you mean exhibitor?), "Reported Value" (did you mean reported_value?). ' +
        'The columns are reference,exhibitor,reported_value,signed_on',
    );
  });
});
