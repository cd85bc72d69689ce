import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { csvRows } from '../../../kit/import/csv-rows.js';

const DEFINITION = { columns: { slug: {}, name_en: {}, name_ja: {} }, key: ['slug'] };
const NAMES = Buffer.from('slug,name_en,name_ja\r\n');

async function refusal(content: Buffer, chunkSize = 1 << 16): Promise<string> {
  const chunks = Array.from({ length: Math.ceil(content.length / chunkSize) }, (_, index) =>
    content.subarray(index * chunkSize, (index + 1) * chunkSize),
  );
  try {
    for await (const _ of csvRows(Readable.from(chunks), DEFINITION));
    return 'none';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A sheet whose last line has a name in the encoding whose bytes are given, with and without quotes around it. */
function sheets(hex: string): Buffer[] {
  const name = Buffer.from(hex, 'hex');
  const row = (quote: string) =>
    Buffer.concat([NAMES, Buffer.from(`plusw,Plus W,${quote}`), name, Buffer.from(`${quote}\r\n`)]);
  return [row(''), row('"')];
}

describe('a file in another encoding', () => {
  it.each([
    ['プラス', '837683898358', 'Shift_JIS'],
    ['東京', '938c8b9e', 'Shift_JIS'],
    ['株式会社プラス', '8a948eae89ef8ed0837683898358', 'Shift_JIS'],
    ['プラス', 'a5d7a5e9a5b9', 'EUC-JP'],
    ['株式会社プラス', 'b3f4bcb0b2f1bcd2a5d7a5e9a5b9', 'EUC-JP'],
    ['Crédit', '4372e9646974', 'Windows-1252'],
    ['“crème brûlée”', '936372e86d65206272fb6ce96594', 'Windows-1252'],
    ['O’Neil', '4f924e65696c', 'Windows-1252'],
    ['حبيب سافت', 'cdc8edc820d3c7ddca', undefined],
    ['A社', '418ed0', undefined],
  ])('is named where one alone fits: %s', async (_, hex, encoding) => {
    for (const sheet of sheets(hex)) {
      const message = await refusal(sheet);
      expect(message).toMatch(/^line 2: byte \d+ is not UTF-8/);
      expect(/\(it may be (.*?)\)/.exec(message)?.[1]).toBe(encoding);
      expect(message).toMatch(/: save the file as UTF-8$/);
    }
  });

  it.each([
    ['kanji, which are kanji in EUC-JP, GB2312 and EUC-KR', 'c5ecb5fe'],
    ['katakana of half width, which are kanji in EUC-JP', 'ccdfd7bd'],
    ['a character that is cut', 'e383'],
    ['Turkish letters, which are Icelandic ones in Windows-1252', 'c761f0'],
    ['Cyrillic letters', 'cff0e8e2e5f2'],
    ['bytes of none', '81ff80fe'],
  ])('is not named where several fit, or none: %s', async (_, hex) => {
    for (const sheet of sheets(hex)) {
      expect(await refusal(sheet)).toMatch(/^line 2: byte \d+ is not UTF-8: save the file as UTF-8$/);
    }
  });

  it('is told by every line that is not UTF-8, not by the first alone', async () => {
    const kanji = Buffer.from('c5ecb5fe', 'hex');
    const kana = Buffer.from('a5d7a5e9a5b9', 'hex');
    const sheet = Buffer.concat([
      NAMES,
      Buffer.from('a,b,'),
      kanji,
      Buffer.from('\r\nc,d,'),
      kana,
      Buffer.from('\r\n'),
    ]);
    expect(await refusal(sheet)).toMatch(/^line 2: byte 5 is not UTF-8 \(it may be EUC-JP\)/);
  });

  it('is named ISO-2022-JP by its escape sequences, although each of its bytes is ASCII', async () => {
    for (const sheet of sheets('1b24422557256925391b2842')) {
      expect(await refusal(sheet)).toBe('the file is not UTF-8 (it is ISO-2022-JP): save the file as UTF-8');
    }
  });

  it.each(['utf16le', 'utf16be'] as const)('is named UTF-16 by how its zero bytes lie: %s', async (order) => {
    const encode = (text: string) => {
      const bytes = Buffer.from(text, 'utf16le');
      return order === 'utf16le' ? bytes : bytes.swap16();
    };
    const japanese = 'slug\tname_en\tname_ja\n'.concat('株式会社プラス情報技術\t'.repeat(40));
    for (const text of ['slug,name_en,name_ja\na,b,c\n', '"slug","name_en"\n', japanese, `\ufeff${japanese}`]) {
      expect(await refusal(encode(text), 3)).toBe('line 1: the file is UTF-16: save it as UTF-8');
    }
  });

  it('is not named UTF-16 for a zero byte in a text', async () => {
    for (const line of ['a,\0,c\n', 'd,,\0\n', 'プラス,\0\0,c\n', 'ab,\0\n'.repeat(9)]) {
      const message = await refusal(Buffer.concat([NAMES, Buffer.from('x,,\n'), Buffer.from(line)]));
      expect(message).toBe('line 3: a NUL character: this is not a text file');
    }
  });

  it('is named UTF-32 by its mark', async () => {
    expect(await refusal(Buffer.from('fffe000073000000', 'hex'))).toBe('line 1: the file is UTF-32: save it as UTF-8');
  });
});

/** A ZIP archive of empty files, as far as its beginning goes. */
function zip(...entries: [name: string, content?: string][]): Buffer {
  const parts = entries.map(([name, content = '']) => {
    const header = Buffer.alloc(30);
    header.write('PK\x03\x04', 'latin1');
    header.writeUInt32LE(content.length, 18);
    header.writeUInt32LE(content.length, 22);
    header.writeUInt16LE(name.length, 26);
    return Buffer.concat([header, Buffer.from(name), Buffer.from(content)]);
  });
  return Buffer.concat(parts);
}

function ole(...directory: string[]): Buffer {
  const entries = directory.map((name) => Buffer.from(name.padEnd(32, '\0'), 'utf16le'));
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), ...entries]);
}

describe('a file that is no text', () => {
  const SAVE = 'open it in the spreadsheet program and save the sheet as CSV UTF-8 (comma delimited)';

  it.each([
    ['an Excel workbook (.xlsx)', zip(['[Content_Types].xml', 'x'.repeat(9_000)], ['xl/workbook.xml'])],
    ['an Excel workbook (.xlsb)', zip(['[Content_Types].xml'], ['xl/workbook.bin'])],
    ['an OpenDocument workbook (.ods)', zip(['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'])],
    ['a Numbers workbook (.numbers)', zip(['Index/Document.iwa'])],
    ['a ZIP archive, as workbooks (.xlsx, .ods) are', zip(['sheet.csv', 'slug,name_en,name_ja\n'])],
    ['an Excel workbook (.xls)', ole('Root Entry', 'Workbook')],
    ['an Excel workbook (.xls)', Buffer.from('0908100000060500', 'hex')],
    ['an Excel workbook with a password', ole('Root Entry', 'EncryptionInfo', 'EncryptedPackage')],
    [
      'an Excel workbook in XML',
      Buffer.from('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook/>'),
    ],
    ['an HTML page', Buffer.from('\ufeff\n<html><table><tr><td>slug</td></tr></table></html>')],
  ])('is said to be %s, and what to do', async (is, content) => {
    for (const chunkSize of [5, 1 << 16]) {
      expect(await refusal(content, chunkSize)).toBe(`line 1: the file is ${is}, not a CSV file: ${SAVE}`);
    }
  });

  it.each([
    ['a PDF document', Buffer.from('%PDF-1.7\n')],
    ['a Word document (.docx)', zip(['[Content_Types].xml'], ['word/document.xml'])],
    ['a Word document (.doc)', ole('Root Entry', 'WordDocument')],
    ['an XML document', Buffer.from('<?xml version="1.0"?><rows/>')],
    ['JSON', Buffer.from('[\n  { "slug": "plusw" }\n]')],
    ['JSON', Buffer.from('{"slug":"plusw"}\n')],
  ])('is said to be %s', async (is, content) => {
    expect(await refusal(content)).toBe(
      `line 1: the file is ${is}, not a CSV file: export the table as CSV UTF-8 (comma delimited)`,
    );
  });
});
