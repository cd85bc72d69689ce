import { isAscii, isUtf8 } from 'node:buffer';
import { FileError } from './file-error.js';

const LINE_FEED = 10;
const MAX_LINE_BYTES = 4 << 20;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Text of a file up to the end of a line, and how many bytes of the file are read with it. */
export interface TextBlock {
  readonly text: string;
  readonly bytes: number;
}

/** Reads strict UTF-8, with or without a byte order mark; any other encoding is named with the line on which it shows. */
export async function* utf8Text(stream: AsyncIterable<Uint8Array>): AsyncGenerator<TextBlock> {
  let rest: Buffer = Buffer.alloc(0);
  let bytes = 0;
  let lines = 0;
  let started = false;
  for await (const chunk of stream) {
    bytes += chunk.length;
    let block: Buffer = rest.length > 0 ? Buffer.concat([rest, chunk]) : asBuffer(chunk);
    // A file shorter than the mark shows whether it has one only when it ends.
    if (!started && block.length >= BYTE_ORDER_MARK.length) {
      refuseUtf16(block);
      block = withoutMark(block);
      started = true;
    }
    // A line feed is never part of a longer UTF-8 character, so that a block can be cut behind one.
    const end = block.lastIndexOf(LINE_FEED) + 1;
    rest = block.subarray(end);
    if (rest.length > MAX_LINE_BYTES) {
      throw new FileError(`line ${lines + 1}: no end of line within ${MAX_LINE_BYTES} bytes: this is not a CSV file`);
    }
    if (end === 0) continue;
    const complete = block.subarray(0, end);
    yield { text: decode(complete, lines), bytes };
    lines += countLines(complete);
  }
  if (!started) refuseUtf16(rest);
  rest = withoutMark(rest, started);
  if (rest.length > 0) yield { text: decode(rest, lines), bytes };
}

function asBuffer(chunk: Uint8Array): Buffer {
  return Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

function withoutMark(block: Buffer, started = false): Buffer {
  const marked = !started && block.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
  return marked ? block.subarray(BYTE_ORDER_MARK.length) : block;
}

function refuseUtf16(block: Buffer) {
  const mark = block.length >= 2 ? block.readUInt16BE(0) : 0;
  if (mark === 0xfffe || mark === 0xfeff) throw new FileError('line 1: the file is UTF-16: save it as UTF-8');
}

function decode(block: Buffer, linesBefore: number): string {
  if (block.includes(0)) {
    const line = linesBefore + 1 + countLines(block.subarray(0, block.indexOf(0)));
    throw new FileError(`line ${line}: a NUL character: this is not a text file, or it is UTF-16; save it as UTF-8`);
  }
  if (isAscii(block)) return block.toString('latin1');
  if (isUtf8(block)) return block.toString('utf8');
  throw notUtf8(block, linesBefore);
}

function countLines(block: Buffer): number {
  let lines = 0;
  for (let at = block.indexOf(LINE_FEED); at !== -1; at = block.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}

function notUtf8(block: Buffer, linesBefore: number): FileError {
  let line = linesBefore + 1;
  let start = 0;
  let end = lineEnd(block, start);
  while (isUtf8(block.subarray(start, end))) {
    line += 1;
    start = end;
    end = lineEnd(block, start);
  }
  const bad = block.subarray(start, end);
  const byte = Buffer.byteLength(bad.toString('utf8').split('\ufffd', 1)[0] ?? '') + 1;
  const guess = decodesAs('shift_jis', bad) ? 'Shift_JIS' : 'Windows-1252';
  return new FileError(`line ${line}: byte ${byte} is not UTF-8 (it may be ${guess}): save the file as UTF-8`);
}

function lineEnd(block: Buffer, start: number): number {
  const end = block.indexOf(LINE_FEED, start);
  return end === -1 ? block.length : end + 1;
}

function decodesAs(encoding: string, bytes: Buffer): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
