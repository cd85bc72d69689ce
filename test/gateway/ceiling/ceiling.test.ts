import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import {
  buildSchema,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getIntrospectionQuery,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { apiSchemaOf } from '../../../gateway/api-schema.js';
import { amountFor } from '../../../gateway/ceiling/amount.js';
import { Ceiling, MAX_VALUES_OF_ANSWER } from '../../../gateway/ceiling/ceiling.js';
import { projectFile } from '../../../kit/project.js';
import { example } from '../../testkit/hub.js';

const toy = buildSchema(`
  type Query { items(first: Int, last: Int): ItemConnection, groups(first: Int = 7): [Item!]!, nodes(ids: [ID!]!): [Node]!, one: Item, any: [Any] }
  interface Node { id: ID! }
  union Any = Item | Other
  type Other { id: ID!, tags: [String] }
  type Item implements Node { id: ID!, tags: [String!]!, items(first: Int, last: Int): ItemConnection!, any: Any }
  type ItemConnection { nodes: [Item!]!, edges: [ItemEdge!]!, pageInfo: PageInfo!, totalCount: Int! }
  type ItemEdge { cursor: String!, node: Item! }
  type PageInfo { hasNextPage: Boolean! }
`);

function measured(schema: GraphQLSchema, text: string) {
  const { definitions } = parse(text);
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const each of definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments[each.name.value] = each;
  const { selectionSet, operation } = definitions[0] as OperationDefinitionNode;
  const ceiling = new Ceiling(schema);
  const type = schema.getRootType(operation);
  if (!type) throw new Error(`no ${operation}`);
  return { ceiling, amount: ceiling.size(type, selectionSet, fragments) };
}

const sizeOf = (text: string, variables = {}) => amountFor(measured(toy, text).amount, variables);

describe('an answer may hold', () => {
  it.each([
    ['one value for a leaf and one for an object', '{ one { id } }', {}, 2],
    ['the default page of a connection', '{ items { totalCount nodes { id } } }', {}, 1 + 1 + 20 * 2],
    ['the page asked for', '{ items(first: 5) { pageInfo { hasNextPage } nodes { id } } }', {}, 1 + 2 + 5 * 2],
    ['the page asked for from the end', '{ items(last: 5) { edges { cursor node { id } } } }', {}, 1 + 5 * 4],
    ['no more than a page may hold', '{ items(first: 2000000000) { nodes { id } } }', {}, 1 + 100 * 2],
    ['nothing of an empty page', '{ items(first: 0) { nodes { id } } }', {}, 1],
    ['what a variable says', 'query ($n: Int) { items(first: $n) { nodes { id } } }', { n: 3 }, 1 + 3 * 2],
    [
      'the default page where the variable has no value',
      'query ($n: Int) { items(first: $n) { nodes { id } } }',
      {},
      1 + 20 * 2,
    ],
    ['the default of the argument', '{ groups { id } }', {}, 7 * 2],
    ['as many groups as are asked for', '{ groups(first: 500) { id } }', {}, 500 * 2],
    ['one item for each key', '{ nodes(ids: ["a", "b", "c"]) { id } }', {}, 3 * 2],
    [
      'one item for each key of a variable',
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids: ['a', 'b'] },
      2 * 2,
    ],
    ['some items of a list without pages', '{ one { tags } }', {}, 1 + 10],
    [
      'the product of pages within pages',
      '{ items(first: 10) { nodes { items(first: 10) { nodes { id } } } } }',
      {},
      1 + 10 * (1 + 1 + 10 * 2),
    ],
    ['each alias', '{ a: one { id } b: one { id } }', {}, 4],
    [
      'a field once, however often it is named',
      '{ one { id } one { id } ...F } fragment F on Query { one { ...G } } fragment G on Item { id }',
      {},
      2,
    ],
    [
      'what is asked of each type',
      '{ any { ... on Item { id } ... on Other { id tags } } }',
      {},
      10 * (1 + 1 + 1 + 10),
    ],
  ])('%s', (_, text, variables, size) => {
    expect(sizeOf(text, variables)).toBe(size);
  });

  it('a number that is known before the variables are, where no page depends on them', () => {
    const text = 'query ($n: Int, $id: ID!) { items(first: 9) { nodes { id } } nodes(ids: [$id]) { id } }';
    expect(typeof measured(toy, text).amount).toBe('number');
    expect(typeof measured(toy, '{ items { nodes { id } } }').amount).toBe('number');
  });
});

describe('the ceiling', () => {
  const levels = (count: number, first: string): string =>
    count === 0 ? 'id' : `items(first: ${first}) { nodes { ${levels(count - 1, first)} } }`;

  it('refuses what may hold more, and says how much', () => {
    const { ceiling, amount } = measured(toy, `{ ${levels(5, '100')} }`);
    expect(() => ceiling.check(amount, {})).toThrow(/may hold [\d,]+ values, and the ceiling is 50,000/);
    const endless = measured(toy, `query ($n: Int) { ${levels(10, '$n')} }`);
    expect(() => endless.ceiling.check(endless.amount, { n: 100 })).toThrow(/the ceiling is/);
    expect(() => endless.ceiling.check(endless.amount, { n: 1 })).not.toThrow();
  });

  const hub = apiSchemaOf(readFileSync(projectFile('schema', 'supergraph.graphql'), 'utf8'));
  const names = readdirSync(projectFile('examples')).filter((file) => file.endsWith('.graphql'));

  it.each(names.map((file) => basename(file, '.graphql')))('is five times what the example %s needs', (name) => {
    const { document, variables } = example(name);
    const { amount } = measured(hub, document);
    expect(amountFor(amount, variables)).toBeLessThan(MAX_VALUES_OF_ANSWER / 5);
  });

  it('holds for what is asked about the schema', () => {
    const ceiling = new Ceiling(hub);
    const everything = getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true, schemaDescription: true });
    const asking = (count: number) => {
      const aliases = Array.from({ length: count }, (_, n) => `t${n}: types { ...FullType }`).join(' ');
      return parse(everything.replace(/\btypes \{\s*\.\.\.FullType\s*\}/, aliases));
    };
    expect(() => ceiling.checkIntrospection(parse(everything))).not.toThrow();
    expect(() => ceiling.checkIntrospection(asking(2))).not.toThrow();
    expect(() => ceiling.checkIntrospection(asking(4))).toThrow(/whole schema 3 times/);
  });
});
