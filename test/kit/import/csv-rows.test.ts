import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { csvFile, csvRows } from '../../../kit/import/csv-rows.js';
import type { Row } from '../../../kit/import/rows.js';

const DEFINITION = { columns: { slug: {}, name_en: {}, name_ja: {} }, key: ['slug'] };

async function read(content: string | Buffer, chunkSize = 1 << 16): Promise<Row[]> {
  const bytes = Buffer.from(content);
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunkSize) }, (_, index) =>
    bytes.subarray(index * chunkSize, (index + 1) * chunkSize),
  );
  const rows: Row[] = [];
  for await (const batch of csvRows(Readable.from(chunks), DEFINITION)) rows.push(...batch.rows);
  return rows;
}

const SHEET = 'slug,name_en,name_ja\nplusw,Plus W,プラスW\noec,"OEC, Islamabad",اوورسیز\n';
const ROWS = [
  { line: 2, cells: ['plusw', 'Plus W', 'プラスW'] },
  { line: 3, cells: ['oec', 'OEC, Islamabad', 'اوورسیز'] },
];

describe('the rows of a CSV file', () => {
  it.each([
    ['plain UTF-8', SHEET],
    ['a byte order mark', `\ufeff${SHEET}`],
    ['CRLF', SHEET.replaceAll('\n', '\r\n')],
    ['both kinds of line end', SHEET.replace('\n', '\r\n')],
    ['no line end at the end', SHEET.trimEnd()],
  ])('are read with %s, whatever the chunks', async (_, text) => {
    for (const chunkSize of [1, 2, 7, 1 << 16]) expect(await read(text, chunkSize)).toEqual(ROWS);
  });

  it('come in the order of the definition, whatever the order of the file', async () => {
    expect(await read('name_ja, slug ,name_en\nプラスW,plusw,Plus W\n')).toEqual([ROWS[0]]);
  });

  it.each([
    ['a', 'has 1 cell where there are 3 columns: an empty cell needs its comma, too'],
    ['a,b', 'has 2 cells where there are 3 columns: an empty cell needs its comma, too'],
    ['a;b;c', 'the columns must be separated by commas, not semicolons: save the file as CSV UTF-8 (comma delimited)'],
    ['a,b,c,d', 'has 4 cells where there are 3 columns: put a value that holds a comma in quotes'],
    ['a,b,c,,,d,', 'has 6 cells where there are 3 columns: put a value that holds a comma in quotes'],
  ])('say that %j is a row of another length', async (row, fault) => {
    expect(await read(`name_ja,slug,name_en\n${row}\n`)).toEqual([{ line: 2, cells: expect.any(Array), fault }]);
  });

  it('leave out columns, which each batch names', async () => {
    const batches = [];
    for await (const batch of csvRows(Readable.from([Buffer.from('name_ja,slug\nプラスW,plusw\n')]), DEFINITION))
      batches.push(batch);
    expect(batches).toMatchObject([{ absent: ['name_en'], rows: [{ line: 2, cells: ['plusw', '', 'プラスW'] }] }]);
  });

  it('say that a row of another length is one, though it has as many cells as the definition has columns', async () => {
    const fault = 'has 3 cells where there are 2 columns: put a value that holds a comma in quotes';
    expect(await read('name_ja,slug\na,b,c\n')).toEqual([{ line: 2, cells: expect.any(Array), fault }]);
  });

  it('may be none', async () => {
    expect(await read('slug,name_en,name_ja')).toEqual([]);
    expect(await read('\ufeffslug,name_en,name_ja\r\n')).toEqual([]);
  });

  it.each([
    ['an empty file', '', 'the file is empty: its first line must name the columns slug,name_en,name_ja'],
    ['only a byte order mark', '\ufeff', 'the file is empty'],
    ['a missing key', 'name_ja,name_en\n', 'line 1: the column slug must be there: the hub knows a row by it'],
    ['an unknown column', 'slug,nmae_en,name_ja\n', 'line 1: unknown column "nmae_en": did you mean name_en?'],
    [
      'a column unlike any',
      'slug,name_en,name_ja,whatever\n',
      'unknown column "whatever": the columns are slug,name_en,name_ja',
    ],
    ['a column twice', 'slug,name_en,slug\n', 'line 1: the column "slug" stands there twice'],
    ['semicolons', 'slug;name_en;name_ja\n', 'line 1: the columns must be separated by commas'],
    [
      'carriage returns alone',
      'slug,name_en,name_ja\rplusw,Plus W,プラスW\r',
      'line 1: lines must end with LF or CRLF',
    ],
    ['a NUL character', 'slug,name_en,name_ja\na,b,c\nd,\0,f\n', 'line 3: a NUL character'],
  ])('refuse %s', async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });

  it.each([
    [
      'Shift_JIS',
      [0x83, 0x76, 0x83, 0x89, 0x83, 0x58],
      'line 3: byte 4 is not UTF-8 (it may be Shift_JIS): save the file as UTF-8',
    ],
    [
      'Latin-1',
      [0x63, 0x61, 0x66, 0xe9, 0x20, 0x31],
      'line 3: byte 7 is not UTF-8 (it may be Windows-1252): save the file as UTF-8',
    ],
    ['a cut character', [0xe3, 0x83], 'line 3: byte 4 is not UTF-8'],
  ])('refuse %s', async (_, bytes, message) => {
    const file = Buffer.concat([
      Buffer.from('slug,name_en,name_ja\na,é,プ\nx,y'),
      Buffer.from(','),
      Buffer.from(bytes),
    ]);
    const shifted = message.replace('byte 4', 'byte 5').replace('byte 7', 'byte 8');
    for (const chunkSize of [1, 1 << 16]) await expect(read(file, chunkSize)).rejects.toThrow(shifted);
  });

  it.each(['\ufeff', ''])('refuse UTF-16, with its mark or without', async (mark) => {
    const utf16 = Buffer.from(mark + SHEET, 'utf16le');
    await expect(read(utf16)).rejects.toThrow(/UTF-16.*save it as UTF-8/);
    await expect(read(utf16.swap16())).rejects.toThrow(/UTF-16.*save it as UTF-8/);
  });

  it('say what is wrong with the file itself, by its name', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'import-'));
    const path = join(folder, 'sheet.csv');
    try {
      await expect(csvFile(path, DEFINITION)).rejects.toThrow(`${path}: there is no such file`);
      await expect(csvFile(folder, DEFINITION)).rejects.toThrow(`${folder}: is a folder`);
      await writeFile(path, 'slug,slug\n');
      const { batches } = await csvFile(path, DEFINITION);
      await expect(batches[Symbol.asyncIterator]().next()).rejects.toThrow(
        `${path}, line 1: the column "slug" stands there twice`,
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
