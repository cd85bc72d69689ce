import { FileError } from './file-error.js';

const SAVE_AS_CSV = 'open it in the spreadsheet program and save the sheet as CSV UTF-8 (comma delimited)';

/**
 * Refuses a workbook, or another kind of file that is no text, by the beginning of its content; its name may say anything.
 * @throws FileError
 */
export function refuseForeignFormat(head: Buffer): void {
  const format = foreignFormat(head);
  if (format) throw new FileError(`line 1: the file is ${format.is}, not a CSV file: ${format.remedy}`);
}

interface ForeignFormat {
  readonly is: string;
  readonly remedy: string;
}

const workbook = (is: string): ForeignFormat => ({ is, remedy: SAVE_AS_CSV });
const other = (is: string): ForeignFormat => ({ is, remedy: 'export the table as CSV UTF-8 (comma delimited)' });

/** What the file is, by the first bytes that its format prescribes; undefined where it may be text. */
function foreignFormat(head: Buffer): ForeignFormat | undefined {
  if (startsWith(head, 'PK\x03\x04') || startsWith(head, 'PK\x05\x06')) return zipFormat(head);
  if (startsWith(head, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return oleFormat(head);
  // A BIFF record "beginning of file" of Excel 2, 3, 4 or 5 that stands outside of any container.
  if (head[0] === 9 && head[1] !== undefined && [0, 2, 4, 8].includes(head[1]) && head[3] === 0 && head.length > 4) {
    return workbook('an Excel workbook (.xls)');
  }
  if (startsWith(head, '%PDF-')) return other('a PDF document');
  if (startsWith(head, '\x1f\x8b')) return { is: 'compressed (gzip)', remedy: 'unpack it first' };
  return markupFormat(head);
}

function startsWith(head: Buffer, bytes: string): boolean {
  return head.toString('latin1', 0, bytes.length) === bytes;
}

/** Workbooks since 2007 are ZIP archives, whose entries have their names in plain bytes. */
function zipFormat(head: Buffer): ForeignFormat {
  if (head.includes('application/vnd.oasis.opendocument.spreadsheet')) {
    return workbook('an OpenDocument workbook (.ods)');
  }
  if (head.includes('xl/workbook.bin')) return workbook('an Excel workbook (.xlsb)');
  if (head.includes('xl/')) return workbook('an Excel workbook (.xlsx)');
  if (head.includes('.iwa')) return workbook('a Numbers workbook (.numbers)');
  if (head.includes('word/')) return other('a Word document (.docx)');
  return workbook('a ZIP archive, as workbooks (.xlsx, .ods) are');
}

/** Workbooks before 2007, and those with a password, are OLE2 containers, whose directory is UTF-16. */
function oleFormat(head: Buffer): ForeignFormat {
  const holds = (name: string) => head.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) return workbook('an Excel workbook with a password');
  if (holds('WordDocument')) return other('a Word document (.doc)');
  return workbook('an Excel workbook (.xls)');
}

/** Many systems give a table of HTML or XML the ending of a workbook; others write JSON. */
function markupFormat(head: Buffer): ForeignFormat | undefined {
  const text = head.toString('latin1', 0, 2_000).replace(/^\xef\xbb\xbf/, '');
  if (/^\s*<\?xml\b/i.test(text)) {
    return head.includes('schemas-microsoft-com:office:spreadsheet') || head.includes('Excel.Sheet')
      ? workbook('an Excel workbook in XML')
      : other('an XML document');
  }
  if (/^\s*(?:\[\s*)?\{\s*"/.test(text)) return other('JSON');
  return /^\s*<(?:!doctype\s+html|html|head|meta|table|style)\b/i.test(text) ? workbook('an HTML page') : undefined;
}
