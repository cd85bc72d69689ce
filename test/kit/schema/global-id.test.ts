import { expect, test } from 'vitest';
import { globalId, keyOfGlobalId, parseGlobalId } from '../../../kit/schema/global-id.js';

test.each(['oec', '日本', 'a:b', 'two\nlines'])('the id made of the key %j gives it back', (key) => {
  expect(parseGlobalId(globalId('Company', key))).toEqual({ type: 'Company', key });
  expect(keyOfGlobalId('Person', globalId('Company', key))).toBeNull();
});

test.each([
  ['nothing', ''],
  ['no base64url', '+/='],
  ['no type', Buffer.from('oec').toString('base64url')],
  ['no key', globalId('Company', '')],
  ['a NUL in its key', globalId('Placement', 'a\0b')],
])('an id with %s is none of ours', (_, id) => {
  expect(parseGlobalId(id)).toBeNull();
});
