import { describe, expect, it } from 'vitest';
import { isBlank, trimmed } from '../../../kit/import/blank.js';
import { quoted } from '../../../kit/import/quoted.js';

const UNSEEN = [
  ...[' ', '\t', '\u00a0', '\u3000', '\u2003', '\u0085'],
  ...['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u034f', '\u180e', '\u3164', '\u2800'],
  ...['\u200e', '\u200f', '\u061c', '\u202a', '\u202b', '\u202c', '\u202e', '\u2066', '\u2069'],
];

describe('what nobody sees', () => {
  it.each(
    UNSEEN.map((character) => [quoted(character), character]),
  )('is taken off the ends of a value: %s', (_, mark) => {
    for (const value of ['Plus W', 'پلس', 'プラス', 'x']) {
      expect(trimmed(`${mark}${value}`)).toBe(value);
      expect(trimmed(`${value}${mark}${mark} `)).toBe(value);
    }
    expect(trimmed(`${mark}${mark}`)).toBe('');
    expect(isBlank(` ${mark} ${mark}`)).toBe(true);
  });

  it('stays within a value, where scripts need it', () => {
    for (const value of ['می\u200cخواهم', 'ක්\u200dෂ', 'Plus\u00a0W', 'a\u200bb'])
      expect(trimmed(` ${value}\u200f`)).toBe(value);
  });

  it('stays where it changes the character before it, and is nothing alone', () => {
    expect(trimmed('葛\u{e0100}')).toBe('葛\u{e0100}');
    expect(trimmed('☎\ufe0e ')).toBe('☎\ufe0e');
    expect(trimmed('\ufe0f')).toBe('');
    expect(isBlank('\u200b\u{e0100}')).toBe(true);
  });

  it('does not take long over many of them', () => {
    const value = `a${'\u200b'.repeat(200_000)}b`;
    expect(trimmed(`\u200b${value}\u200b`)).toBe(value);
  });

  it('is written as an escape in a message', () => {
    expect(quoted('JP\u200b')).toBe('"JP\\u200b"');
    expect(quoted('a\u00a0b\u3000c\u00adz\u{e0001}')).toBe('"a\\u00a0b\\u3000c\\u00adz\\udb40\\udc01"');
    expect(quoted('山田 太郎 "نادیہ"')).toBe('"山田 太郎 \\"نادیہ\\""');
  });
});
