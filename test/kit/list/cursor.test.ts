import { describe, expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from '../../../kit/list/cursor.js';

const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a cursor', () => {
  test('gives its position back', () => {
    const position = { pk: 7, values: ['Plus W', null] };
    expect(decodeCursor(encodeCursor('NAME ASC,SINCE DESC', position), 'NAME ASC,SINCE DESC', 'after')).toEqual(
      position,
    );
  });

  test.each<[string, string]>([
    ['no base64', '%%%'],
    ['no JSON', Buffer.from('x').toString('base64url')],
    ['no list', forged({ pk: 1 })],
    ['a key that is a text', forged(['NAME ASC', '1', 'a'])],
    ['a value that is a number', forged(['NAME ASC', 1, 2])],
    ['a text that PostgreSQL cannot hold', forged(['NAME ASC', 1, 'a\0'])],
  ])('%s is refused, and the argument named', (_, cursor) => {
    expect(() => decodeCursor(cursor, 'NAME ASC', 'before')).toThrow('before: is not a cursor of this list');
  });
});
