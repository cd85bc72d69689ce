import { buildSchema, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { coerceVariables } from '../../../kit/execution/variables.js';

const schema = buildSchema(`
  enum Colour { RED }
  input Filter { n: Int, ns: [Int!], required: Int! = 3, colour: Colour, and: [Filter!], not: Filter }
  type Query { a(f: Filter): Int }
`);

function coerce(definitions: string, given: Record<string, unknown>) {
  const {
    definitions: [operation],
  } = parse(`query (${definitions}) { a }`);
  return coerceVariables(schema, (operation as OperationDefinitionNode).variableDefinitions ?? [], given);
}

const faults = (definitions: string, given: Record<string, unknown>) =>
  (coerce(definitions, given).errors ?? []).map(({ message, extensions }) => [extensions.argument, message]);

describe('variables', () => {
  it('take defaults, keep nulls, and leave out what is not given', () => {
    const { coerced } = coerce('$a: Int = 1, $b: Int, $c: Int, $f: Filter', { b: null, f: { n: null } });
    expect(JSON.stringify(coerced)).toBe('{"a":1,"b":null,"f":{"n":null,"required":3}}');
  });

  it('may have the names of methods', () => {
    const given = JSON.parse('{ "__proto__": 1, "valueOf": 2 }');
    const { coerced = {} } = coerce('$__proto__: Int, $valueOf: Int, $toString: Int, $constructor: Int', given);
    expect(JSON.stringify(coerced)).toBe('{"__proto__":1,"valueOf":2}');
    expect([coerced.toString, coerced.constructor]).toEqual([undefined, undefined]);
    expect(faults('$hasOwnProperty: Int!', {})).toEqual([
      ['hasOwnProperty', 'Variable "$hasOwnProperty" of required type "Int!" was not provided.'],
    ]);
  });

  it.each([
    ['$n: Int! = 3', { n: null }, 'n', 'Variable "$n" of non-null type "Int!" must not be null.'],
    [
      '$f: Filter',
      { f: { required: null } },
      'f.required',
      'Variable "$f" got invalid value null at "f.required"; Expected non-nullable type "Int!" not to be null.',
    ],
    [
      '$f: Filter',
      { f: { and: [{}, { n: 'x' }] } },
      'f.and[1].n',
      'Variable "$f" got invalid value "x" at "f.and[1].n"; Int cannot represent non-integer value: "x"',
    ],
    [
      '$f: Filter',
      { f: { m: 1 } },
      'f',
      'Variable "$f" got invalid value { m: 1 }; Field "m" is not defined by type "Filter". Did you mean "n"?',
    ],
  ])('%s cannot be %j', (definitions, given, argument, message) => {
    expect(faults(definitions, given)).toEqual([[argument, message]]);
  });

  it.each([
    ['wrong items', '$ns: [Int!]', { ns: new Array(200_000).fill('') }],
    [
      'unknown fields',
      '$f: Filter',
      { f: Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`field${n}`, n])) },
    ],
    ['wrong filters', '$f: Filter', { f: { and: new Array(10_000).fill({ n: 'one', not: { colour: 'BLUE' } }) } }],
  ])('stop at fifty errors of %s, and the last one says so', (_, definitions, given) => {
    const found = faults(definitions, given);
    expect(found).toHaveLength(51);
    expect(found.at(-1)).toEqual([undefined, 'These are the first 50 errors; there are more.']);
    expect(JSON.stringify(found).length).toBeLessThan(50 * 1_000);
  });

  it.each([
    ['a text', '$n: Int', { n: 'x'.repeat(1_000_000) }],
    ['the name of an enum value', '$c: Colour', { c: 'X'.repeat(1_000_000) }],
    ['the name of a field', '$f: Filter', { f: { ['x'.repeat(1_000_000)]: 1 } }],
    ['a list', '$n: Int', { n: new Array(300_000).fill(0) }],
    ['an object', '$n: Int', { n: Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`field${n}`, n])) }],
  ])('quote no more than the beginning of %s', (_, definitions, given) => {
    const [[, message] = []] = faults(definitions, given);
    expect(String(message).length).toBeGreaterThan(200);
    expect(String(message).length).toBeLessThan(1_000);
    const quoted = /invalid value (.*?)(; | at )/.exec(String(message))?.[1] ?? '';
    expect(quoted.length).toBeLessThan(230);
  });
});
