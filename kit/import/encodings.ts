import { isUtf8 } from 'node:buffer';

interface Encoding {
  readonly name: string;
  /** The text, or undefined where the bytes are none in this encoding. */
  decode(bytes: Buffer): string | undefined;
  /** Whether people write such text: its characters beyond ASCII, and whether most of them stand in runs of so many. */
  isPlausible(characters: readonly string[], inRuns: (length: number) => boolean, bytes: Buffer): boolean;
}

const JAPANESE =
  /^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\p{Script=Greek}\u2010-\u26ff\u3000-\u303f\u30fb\u30fc\u3200-\u33ff\uff01-\uffef×÷°±´¨§¶]$/u;
const HALF_WIDTH_KATAKANA = /[\uff61-\uff9f]/g;
const CHINESE = /^[\p{Script=Han}\u3000-\u303f\uff01-\uff5e]$/u;
const KOREAN = /^[\p{Script=Hangul}\p{Script=Han}\u3000-\u303f]$/u;
const ARABIC = /^[\p{Script=Arabic}\p{M}،؛؟\u200c-\u200f\u00a0]$/u;
/** The bytes of Windows-1252 that are letters and the punctuation of ordinary writing, but for those that Turkish has letters of its own in. */
const WESTERN = /^[\x80\x82\x84\x85\x8a\x8c\x8e\x91-\x97\x99\x9a\x9c\x9e-\xa0£©«®°·º»À-ÏÑ-ÖØ-Üß-ïñ-öø-üÿ]$/;

/** Shift_JIS or EUC-JP: read as the other, their bytes make half-width katakana. */
const isJapanese: Encoding['isPlausible'] = (characters, inRuns) => {
  const halfWidth = characters.join('').match(HALF_WIDTH_KATAKANA)?.length ?? 0;
  return inRuns(2) && all(characters, JAPANESE) && halfWidth * 2 < characters.length;
};

const ENCODINGS: readonly Encoding[] = [
  { name: 'Shift_JIS', decode: decoder('shift_jis'), isPlausible: isJapanese },
  { name: 'EUC-JP', decode: decoder('euc-jp'), isPlausible: isJapanese },
  {
    name: 'GB2312',
    decode: decoder('gb18030'),
    isPlausible: (characters, inRuns, bytes) =>
      inRuns(2) && all(characters, CHINESE) && !bytes.some((byte) => byte > 0x7f && byte <= 0xa0),
  },
  {
    name: 'Big5',
    decode: decoder('big5'),
    // About half of its characters end in a byte of ASCII; where none does, the text is of the EUC family.
    isPlausible: (characters, inRuns, bytes) =>
      inRuns(2) &&
      all(characters, CHINESE) &&
      /(?<![\x80-\xff])(?:[\x80-\xff]{2})*[\x80-\xff](?![\x80-\xff])/.test(latin1(bytes)),
  },
  {
    name: 'EUC-KR',
    decode: decoder('euc-kr'),
    isPlausible: (characters, inRuns) => inRuns(2) && all(characters, KOREAN),
  },
  {
    name: 'Windows-1256',
    decode: decoder('windows-1256'),
    isPlausible: (characters, inRuns) => inRuns(3) && all(characters, ARABIC),
  },
  // Byte by byte: Node's own decoder of Windows-1252 takes it for ISO 8859-1.
  { name: 'Windows-1252', decode: latin1, isPlausible: (bytes, inRuns) => !inRuns(2) && all(bytes, WESTERN) },
];

/** The encoding of text that is not UTF-8, where exactly one fits: a wrong name would lead its reader astray. */
export function encodingOf(bytes: Buffer): string | undefined {
  const fitting = ENCODINGS.filter((encoding) => fits(encoding, bytes));
  return fitting.length === 1 ? fitting[0]?.name : undefined;
}

function fits({ decode, isPlausible }: Encoding, bytes: Buffer): boolean {
  const text = decode(bytes);
  if (text === undefined) return false;
  const characters = text.match(/[^\0-\x7f]/gu) ?? [];
  const runs = text.match(/[^\0-\x7f]+/gu) ?? [];
  const inRuns = (length: number) => {
    const long = runs.filter((run) => [...run].length >= length).join('');
    return [...long].length * 2 > characters.length;
  };
  return isPlausible(characters, inRuns, bytes);
}

function all(characters: readonly string[], kind: RegExp): boolean {
  return characters.every((each) => kind.test(each));
}

function decoder(label: string) {
  return (bytes: Buffer): string | undefined => {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      return undefined;
    }
  };
}

function latin1(bytes: Buffer): string {
  return bytes.toString('latin1');
}

/** UTF-16 or UTF-32 at the beginning of a file: by its mark, or by how the zero bytes of its ASCII characters lie. */
export function wideEncoding(head: Buffer): string | undefined {
  const mark = head.toString('hex', 0, 4);
  if (mark === 'fffe0000' || mark === '0000feff') return 'UTF-32';
  if (mark.startsWith('fffe') || mark.startsWith('feff')) return 'UTF-16';
  if (!head.includes(0)) return undefined;
  const whole = head.subarray(0, head.lastIndexOf(10) + 1 || head.length);
  if (isUtf8(whole)) return whole.filter((byte) => byte === 0).length * 3 >= whole.length ? 'UTF-16' : undefined;
  return ['utf-16le', 'utf-16be'].some((label) => isTable(decoder(label)(head.subarray(0, head.length & ~1))))
    ? 'UTF-16'
    : undefined;
}

/** Text that is read by the wrong bytes has no separators and ends no lines, but by a rare accident. */
function isTable(text: string | undefined): boolean {
  return text !== undefined && /[,;\t]/.test(text) && !text.includes('\0');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character begins each sequence
const ESCAPE_SEQUENCE = /\x1b(?:\$[@B]|\$\([DOPQ]|\([BIJ])/;

/** ISO-2022-JP, the encoding of Japanese mail, is ASCII but for the sequences that switch to its other characters. */
export function isIso2022Jp(bytes: Buffer): boolean {
  return bytes.includes(0x1b) && ESCAPE_SEQUENCE.test(latin1(bytes));
}
