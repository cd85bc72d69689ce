import { buildSchema, getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { OperationMemory } from '../../../kit/execution/operation-memory.js';
import { Documents } from '../../../kit/http/documents.js';
import { CLIENT_LIMITS } from '../../../kit/limits/operation-limits.js';

const schema = buildSchema(`
  directive @tag(x: Int) repeatable on FIELD | QUERY | VARIABLE_DEFINITION
  type Query { self: Query, list: [Query!], n(x: Int, list: [[Int]], deep: Deep): Int }
  type Subscription { n: Int }
  input Deep { in: Deep }
`);
const documents = new Documents(schema, CLIENT_LIMITS, new OperationMemory());

function read(text: string): string {
  const { errors } = documents.read(text);
  return errors ? `${errors[0]?.extensions.code}: ${errors[0]?.message}` : 'read';
}

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, n) => make(n)).join(' ');
/** Fragments that each spread the next one so many times. */
const chain = (length: number, spreads: number) =>
  `{ ...F0 } ${times(length, (n) => `fragment F${n} on Query { ${`...F${n + 1} `.repeat(spreads)} }`)} fragment F${length} on Query { n }`;

describe('a document is refused before anything walks it', () => {
  it.each([
    ['fragments that double', chain(24, 2), '200 times'],
    ['fragments that double for longer than any number is exact', chain(120, 3), '200 times'],
    ['fragments that double and that nothing spreads', `{ n } ${chain(60, 2).slice('{ ...F0 }'.length)}`, '200 times'],
    [
      'many selections',
      `{ ${times(11, (n) => `...F${n % 2}`)} } ${times(2, (n) => `fragment F${n} on Query { ${times(100, (m) => `f${m}`)} }`)}`,
      '1000 selections, its fragments written out',
    ],
    ['a text of many tokens', `{ ${'n '.repeat(2_000)} }`, '2000 tokens'],
    ['a text of many lines', `{ n }${'\n'.repeat(5_000)}`, '5000 lines'],
    ['a text of many commas and lines', `{ n ${',\n'.repeat(100_000)} }`, '5000 lines'],
    ['lists in a value', `{ n(list: ${'['.repeat(20_000)}`, 'nested 32 levels deep'],
    ['objects in a value', `{ n(deep: ${'{ in: '.repeat(5_000)}`, 'nested 32 levels deep'],
    ['lists in a type', `query ($x: ${'['.repeat(20_000)}`, 'nested 32 levels deep'],
    ['lists where nothing may be', '['.repeat(20_000), 'GRAPHQL_PARSE_FAILED|nested'],
    ['braces', '{ self '.repeat(20_000), 'nested 64 levels deep'],
    ['type conditions', `{ ${'... { '.repeat(300)} n ${'} '.repeat(300)} }`, 'nested 64 levels deep'],
    ['a deep selection', `${'{ self '.repeat(16)}{ n }${'}'.repeat(16)}`, '16 levels deep'],
    [
      'a selection that its fragments make deep',
      `{ ...F0 } ${times(10, (n) => `fragment F${n} on Query { self { self { ...F${n + 1} } } }`)} fragment F10 on Query { n }`,
      '16 levels deep',
    ],
    ['aliases', `{ ${times(31, (n) => `a${n}: n`)} }`, '30 aliases'],
    [
      'aliases that fragments add up to',
      `{ ${times(16, (n) => `a${n}: n`)} ...F } fragment F on Query { ... { ${times(16, (n) => `b${n}: n`)} } }`,
      '30 aliases',
    ],
    ['one key many times', `{ ${'n '.repeat(201)} }`, '200 times'],
    [
      'one key many times in fragments',
      `{ ${times(21, (n) => `...F${n}`)} } ${times(21, (n) => `fragment F${n} on Query { ${'n '.repeat(10)} }`)}`,
      '200 times',
    ],
    ['directives', `{ n ${'@tag '.repeat(11)} }`, '10 directives'],
    ['directives of a variable', `query ($x: Int ${'@tag '.repeat(11)}) { n(x: $x) }`, '10 directives'],
    ['arguments', `{ n(${times(51, (n) => `a${n}: 1`)}) }`, '50 arguments'],
    ['variables', `query (${times(101, (n) => `$a${n}: Int`)}) { n }`, '100 variables'],
    ['operations', times(51, (n) => `query Q${n} { n }`), '50 operations'],
    ['fragments that are many and small', `{ n } ${'fragment F on Query{n}'.repeat(250)}`, 'GRAPHQL_VALIDATION_FAILED'],
    ['a long name', `{ ${'n'.repeat(257)} }`, 'name may have 256 characters'],
  ])('%s', (_, text, limit) => {
    const answer = read(text);
    expect(answer).toMatch(new RegExp(limit));
    if (!limit.startsWith('GRAPHQL')) expect(answer).toMatch(/^LIMIT_EXCEEDED/);
  });

  it('fragments that spread themselves, as validation says it', () => {
    expect(read('{ ...A } fragment A on Query { ...B } fragment B on Query { ...B }')).toBe(
      'GRAPHQL_VALIDATION_FAILED: Cannot spread fragment "B" within itself.',
    );
  });

  it('a subscription, in plain words', () => {
    expect(read('subscription { n }')).toBe('GRAPHQL_VALIDATION_FAILED: The hub does not serve subscriptions.');
    expect(read('mutation { n }')).toBe('GRAPHQL_VALIDATION_FAILED: The schema has no mutations.');
  });
});

describe('a document is read', () => {
  it.each([
    ['as long a chain of fragments as there is room for', chain(200, 1)],
    ['thirty aliases, beside more of another field', `{ ${times(30, (n) => `a${n}: n b${n}: __typename`)} }`],
    [
      'thirty aliases at each of two places',
      `{ ${times(15, (n) => `a${n}: n`)} self { ${times(30, (n) => `a${n}: n`)} } }`,
    ],
    [
      'what tools ask about the schema',
      getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true, schemaDescription: true }),
    ],
    ['ten directives', `query @tag @tag(x: 1) { n ${'@tag '.repeat(10)} }`],
    ['descriptions', '"One." query Q("Two." $x: Int) { ...F } "Three." fragment F on Query { n(x: $x) }'],
    [
      'names of methods',
      'query constructor($toString: Int) { __proto__: n(x: $toString) ...valueOf } fragment valueOf on Query { hasOwnProperty: n }',
    ],
  ])('%s', (_, text) => {
    expect(read(text)).toBe('read');
  });
});

describe('the errors of a document', () => {
  it('stop at fifty, and the last one says so', () => {
    const { errors = [] } = documents.read(`{ ${times(300, (n) => `unknown${n}`)} }`);
    expect(errors).toHaveLength(51);
    expect(errors.at(-1)?.message).toMatch(/^Too many validation errors/);
  });

  it.each([
    ['a value', `{ n(x: "${'x'.repeat(900_000)}") }`],
    ['a token', `{ n(x: ] "${'x'.repeat(900_000)}") }`],
    ['a token where another is expected', `"${'x'.repeat(900_000)}" { n } "${'x'.repeat(900_000)}"`],
  ])('do not repeat %s of any length', (_, text) => {
    const { errors = [] } = documents.read(text);
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) expect(JSON.stringify(error).length).toBeLessThan(1_500);
  });
});
