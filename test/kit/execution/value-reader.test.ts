import { buildSchema, type GraphQLInputType, parseType, parseValue, typeFromAST, valueFromAST } from 'graphql';
import { describe, expect, test } from 'vitest';
import { valueReader } from '../../../kit/execution/value-reader.js';

const schema = buildSchema(`
  scalar Json
  enum Side { LEFT RIGHT }
  input Filter {
    name: String
    required: Int!
    size: Int! = 3
    side: Side = LEFT
    nothing: String = null
    tags: [String]
    numbers: [Int!]
    and: [Filter!]
    anything: Json
  }
  input Choice @oneOf { one: Int other: String }
`);

const TYPES = ['Filter', 'Filter!', '[Filter!]', '[[Int]!]', 'Choice', '[Choice]', 'Json', 'Side', '[String!]!'];

const VALUES = [
  '$v',
  'null',
  '1',
  'LEFT',
  '"text"',
  '[$v]',
  '[null, $v]',
  '[[$v], null]',
  '[$toString]',
  '{ required: 1 }',
  '{ required: null }',
  '{ required: $v }',
  '{ required: 1, name: $v }',
  '{ required: 1, size: $v }',
  '{ required: 1, side: $v }',
  '{ required: 1, nothing: $v }',
  '{ required: 1, tags: $v }',
  '{ required: 1, tags: [$v, "b"] }',
  '{ required: 1, tags: "single" }',
  '{ required: 1, numbers: [1, $v] }',
  '{ required: 1, and: [{ required: $v }, { name: "inner", required: 2 }] }',
  '{ required: 1, and: { required: 2, tags: [$v] } }',
  '{ required: 1, anything: { deep: [$v] } }',
  '{ required: "wrong" }',
  '{ required: 1, name: $toString }',
  '{ one: $v }',
  '{ one: $v, other: "two" }',
  '{ one: $v, other: $absent }',
  '{}',
];

const VARIABLES = [{}, { v: null }, { v: undefined }, { v: 1 }, { v: 'RIGHT' }, { v: [1, 2] }, { v: { required: 1 } }];

describe.each(TYPES)('a value of type %s', (name) => {
  const type = typeFromAST(schema, parseType(name)) as GraphQLInputType;

  test.each(VALUES)('%s is read as graphql-js reads it', (text) => {
    const value = parseValue(text);
    const read = valueReader(value, type);
    for (const variables of VARIABLES) expect(read(variables)).toStrictEqual(valueFromAST(value, type, variables));
  });
});
