import { buildSchema, isObjectType, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { compiledExecutor } from '../../../kit/execution/compiled-executor.js';
import { boundLists, MAX_ITEMS } from '../../../kit/limits/list-budget.js';

const CHILDREN = 30;

/** A tree whose nodes each have thirty children, in lists without pages. */
function tree() {
  const schema = buildSchema(`
    type Query { root: Tree!, page: Page! }
    type Tree { id: ID!, children: [Tree!]!, later: [Tree!] }
    type Page { nodes: [Tree!]!, pageInfo: Int }
  `);
  let read = 0;
  const children = () => {
    read += CHILDREN;
    return Array.from({ length: CHILDREN }, () => ({ id: 'a' }));
  };
  const resolvers: Record<string, Record<string, () => unknown>> = {
    Query: { root: () => ({ id: 'a' }), page: () => ({}) },
    Tree: { children, later: async () => children() },
    Page: { nodes: () => Array.from({ length: MAX_ITEMS + 1 }, () => ({ id: 'a' })) },
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const resolve = resolvers[type.name]?.[field.name];
      if (resolve) field.resolve = resolve;
    }
  }
  boundLists(schema);
  const execute = compiledExecutor(schema);
  return { ask: (query: string, context = {}) => execute(parse(query), {}, undefined, context), read: () => read };
}

const levels = (count: number, field: string): string =>
  count === 0 ? 'id' : `${field} { ${levels(count - 1, field)} }`;

describe.each(['children', 'later'])('lists without pages (%s)', (field) => {
  it('are answered as long as they hold few items together', async () => {
    const { data, errors } = await tree().ask(`{ root { ${levels(2, field)} } }`);
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data).match(/"id"/g)).toHaveLength(CHILDREN ** 2);
  });

  it('end the request where they multiply, before they are read', async () => {
    const { ask, read } = tree();
    const { data, errors } = await ask(`{ root { ${levels(5, field)} } }`);
    expect(data).toBeUndefined();
    expect(errors?.map(({ extensions, message }) => [extensions.code, message])).toEqual([
      ['LIMIT_EXCEEDED', expect.stringContaining('10,000 items')],
    ]);
    expect(read()).toBeLessThan(MAX_ITEMS * 3);
  });

  it('are counted for a request as a whole', async () => {
    const { ask } = tree();
    const context = {};
    const asked = `{ root { a: ${levels(2, field)} b: ${levels(2, field)} c: ${levels(2, field)} d: ${levels(2, field)} } }`;
    expect((await ask(asked, context)).errors).toBeUndefined();
    expect((await ask(asked, context)).errors).toBeUndefined();
    expect((await ask(asked, context)).errors?.[0]?.extensions.code).toBe('LIMIT_EXCEEDED');
    expect((await ask(asked)).errors).toBeUndefined();
  });
});

it('a page is not among them: its size is bounded by its arguments', async () => {
  expect((await tree().ask('{ page { nodes { id } } }')).errors).toBeUndefined();
});
