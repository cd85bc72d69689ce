import { isAscii, isUtf8 } from 'node:buffer';
import { LINE_ENDS_PROBLEM } from './csv-shape.js';
import { encodingOf, isIso2022Jp, wideEncoding } from './encodings.js';
import { FileError } from './file-error.js';
import { withWholeHead } from './file-head.js';
import { refuseForeignFormat } from './foreign-format.js';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const MAX_LINE_BYTES = 4 << 20;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Text of a file up to the end of a line, and how many bytes of the file are read with it. */
export interface TextBlock {
  readonly text: string;
  readonly bytes: number;
}

/** Reads strict UTF-8, with or without a byte order mark. A file of another kind or encoding is named where its content shows which it is. */
export async function* utf8Text(stream: AsyncIterable<Uint8Array>): AsyncGenerator<TextBlock> {
  let rest: Buffer = Buffer.alloc(0);
  let bytes = 0;
  let lines = 0;
  for await (const chunk of withWholeHead(stream)) {
    const block: Buffer = bytes === 0 ? checkedHead(chunk) : rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    bytes += chunk.length;
    // A line feed is never part of a longer UTF-8 character, so that a block can be cut behind one.
    const end = block.lastIndexOf(LINE_FEED) + 1;
    rest = block.subarray(end);
    if (rest.length > MAX_LINE_BYTES) throw endlessLine(lines, rest);
    if (end === 0) continue;
    const complete = block.subarray(0, end);
    yield { text: decode(complete, lines), bytes };
    lines += countLines(complete);
  }
  if (rest.length > 0) yield { text: decode(rest, lines), bytes };
}

/** The beginning of a file, without its mark. */
function checkedHead(head: Buffer): Buffer {
  refuseForeignFormat(head);
  const wide = wideEncoding(head);
  if (wide) throw new FileError(`line 1: the file is ${wide}: save it as UTF-8`);
  const marked = head.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
  return marked ? head.subarray(BYTE_ORDER_MARK.length) : head;
}

function endlessLine(linesBefore: number, line: Buffer): FileError {
  const why = line.includes(CARRIAGE_RETURN)
    ? LINE_ENDS_PROBLEM
    : `no end of line within ${MAX_LINE_BYTES} bytes: this is not a CSV file`;
  return new FileError(`line ${linesBefore + 1}: ${why}`);
}

function decode(block: Buffer, linesBefore: number): string {
  if (block.includes(0)) {
    const line = linesBefore + 1 + countLines(block.subarray(0, block.indexOf(0)));
    throw new FileError(`line ${line}: a NUL character: this is not a text file`);
  }
  if (isIso2022Jp(block)) throw new FileError('the file is not UTF-8 (it is ISO-2022-JP): save the file as UTF-8');
  if (isAscii(block)) return block.toString('latin1');
  if (isUtf8(block)) return block.toString('utf8');
  throw notUtf8(block, linesBefore);
}

function countLines(block: Buffer): number {
  let lines = 0;
  for (let at = block.indexOf(LINE_FEED); at !== -1; at = block.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}

/** Names the first line that is not UTF-8, and the encoding by all such lines of the block. */
function notUtf8(block: Buffer, linesBefore: number): FileError {
  const lines = linesOf(block);
  const bad = lines.filter((line) => !isUtf8(line));
  const first = bad[0] ?? block;
  const byte = Buffer.byteLength(first.toString('utf8').split('\ufffd', 1)[0] ?? '') + 1;
  const encoding = encodingOf(Buffer.concat(bad));
  const guess = encoding ? ` (it may be ${encoding})` : '';
  return new FileError(
    `line ${linesBefore + 1 + lines.indexOf(first)}: byte ${byte} is not UTF-8${guess}: save the file as UTF-8`,
  );
}

function linesOf(block: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < block.length; ) {
    const end = block.indexOf(LINE_FEED, start) + 1 || block.length;
    lines.push(block.subarray(start, end));
    start = end;
  }
  return lines;
}
