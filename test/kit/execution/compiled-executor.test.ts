import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { compiledExecutor } from '../../../kit/execution/compiled-executor.js';

const typeDefs = parse(`
  scalar Even
  enum State { OPEN CLOSED }
  input Filter { state: State, even: Even, and: [Filter!], or: [Filter!], not: Filter }
  interface Named { name: String }
  type Company implements Named { name: String, sector(code: String = "it"): Sector!, lazy: String, called: String }
  type Sector implements Named { name: String, required: String! }
  type Query {
    echo(filter: Filter, first: Int! = 3, skip: Int): String
    company: Company
    broken: Company
    forbidden: String
    named: [Named]
  }
`);

const resolvers = {
  Query: {
    echo: (_: unknown, args: object) => JSON.stringify(args),
    company: () => ({ name: 'Plus W', lazy: Promise.resolve('late'), called: () => 'called' }),
    broken: () => ({ name: 'Broken', sector: null }),
    forbidden: () => {
      throw new GraphQLError('Not for you.', { extensions: { code: 'FORBIDDEN' } });
    },
    named: () => [{ __typename: 'Company', name: 'Plus W' }, new Error('second'), null],
  },
  Company: { sector: (row: { name: string }, { code }: { code: string }) => ({ name: code, required: row.name }) },
};

const schema = buildSubgraphSchema([{ typeDefs, resolvers }]);
const execute = compiledExecutor(schema);

async function ask(query: string, variables?: Record<string, unknown>) {
  const document = parse(query);
  const result = await execute(document, variables, undefined, {});
  return { document, ...(JSON.parse(JSON.stringify(result)) as Answer) };
}

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: unknown[]; extensions?: { code?: string } }[];
}

describe('the compiled executor', () => {
  it('compiles an operation whose variable is a filter that contains itself', async () => {
    const { data, document } = await ask('query ($filter: Filter) { echo(filter: $filter) }', {
      filter: { or: [{ state: 'OPEN' }, { not: { and: [{ state: 'CLOSED' }] } }] },
    });
    expect(JSON.parse(String(data?.echo))).toEqual({
      first: 3,
      filter: { or: [{ state: 'OPEN' }, { not: { and: [{ state: 'CLOSED' }] } }] },
    });
    expect(execute.isCompiled(document)).toBe(true);
  });

  it('takes the default of a required variable', async () => {
    const { data, document } = await ask('query ($first: Int! = 7) { echo(first: $first) }');
    expect(JSON.parse(String(data?.echo))).toEqual({ first: 7 });
    expect(execute.isCompiled(document)).toBe(true);
  });

  it('leaves an absent variable to the default of the argument and passes null on', async () => {
    const query = 'query ($first: Int, $skip: Int) { echo(first: $first, skip: $skip) }'.replace(
      '$first: Int,',
      '$first: Int = 4,',
    );
    expect(JSON.parse(String((await ask(query)).data?.echo))).toEqual({ first: 4 });
    expect(JSON.parse(String((await ask(query, { skip: null })).data?.echo))).toEqual({ first: 4, skip: null });
  });

  it('places variables inside a literal filter', async () => {
    const { data } = await ask('query ($s: State) { echo(filter: { not: { state: $s } }) }', { s: 'CLOSED' });
    expect(JSON.parse(String(data?.echo))).toEqual({ first: 3, filter: { not: { state: 'CLOSED' } } });
  });

  it.each([
    ['a value of the wrong type', 'query ($first: Int!) { echo(first: $first) }', { first: 'many' }],
    [
      'an unknown enum value',
      'query ($filter: Filter) { echo(filter: $filter) }',
      { filter: { not: { state: 'AJAR' } } },
    ],
    ['a missing variable', 'query ($first: Int!) { echo(first: $first) }', {}],
    ['a null where the argument needs a value', 'query ($first: Int) { echo(first: $first) }', { first: null }],
    ['a bad literal', '{ echo(first: "many") }', {}],
  ])('blames the client for %s', async (_, query, variables) => {
    const { errors } = await ask(query, variables);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  it('keeps the path, the code and the cause of an error that a resolver throws', async () => {
    const document = parse('{ denied: forbidden }');
    const { errors } = await execute(document, {}, undefined, {});
    expect(execute.isCompiled(document)).toBe(true);
    expect(errors?.[0]).toBeInstanceOf(GraphQLError);
    expect(errors?.[0]).toMatchObject({ message: 'Not for you.', path: ['denied'], extensions: { code: 'FORBIDDEN' } });
    expect(errors?.[0]?.originalError).toBeInstanceOf(GraphQLError);
  });

  it('does not blame the client for an error without a code', async () => {
    const { data, errors } = await ask('{ named { name } }');
    expect(data).toEqual({ named: [{ name: 'Plus W' }, null, null] });
    expect(errors).toEqual([{ message: 'second', path: ['named', 1] }]);
  });

  it('propagates nulls to the nearest nullable field', async () => {
    const { data, errors } = await ask(
      '{ named { ... on Company { sector { required } } } company { name sector { r: required } } }',
    );
    expect(data).toEqual({
      named: [{ sector: { required: 'Plus W' } }, null, null],
      company: { name: 'Plus W', sector: { r: 'Plus W' } },
    });
    expect(errors).toHaveLength(1);
  });

  it('answers a fragment used twice under different conditions', async () => {
    const query = `
      query ($no: Boolean!) { a: company { ...F @include(if: $no) name } b: company { ...F } }
      fragment F on Company { sector { name } }
    `;
    const { data, document } = await ask(query, { no: false });
    expect(data).toEqual({ a: { name: 'Plus W' }, b: { sector: { name: 'it' } } });
    expect(execute.isCompiled(document)).toBe(true);
  });

  it('answers a fragment spread twice on one object under opposite conditions', async () => {
    const query = `
      query ($yes: Boolean!) { company { ... @include(if: $yes) { ...F } ... @skip(if: $yes) { ...F } ...F @skip(if: $yes) } }
      fragment F on Company { sector { ...N } ...N }
      fragment N on Named { name }
    `;
    for (const yes of [true, false]) {
      const { data, document } = await ask(query, { yes });
      expect(data).toEqual({ company: { sector: { name: 'it' }, name: 'Plus W' } });
      expect(execute.isCompiled(document)).toBe(true);
    }
  });

  it('does not write out fragments without end', async () => {
    const doubling = Array.from(
      { length: 40 },
      (_, n) => `fragment F${n} on Company { ...F${n + 1} ...F${n + 1} @skip(if: $no) }`,
    );
    const query = `query ($no: Boolean!) { company { ...F0 } } ${doubling.join(' ')} fragment F40 on Company { name }`;
    const { data, document } = await ask(query, { no: true });
    expect(data).toEqual({ company: { name: 'Plus W' } });
    expect(execute.isCompiled(document)).toBe(false);
  });

  it('neither calls nor awaits a property that has no resolver: it becomes an error of its own field', async () => {
    const { data, errors } = await ask('{ company { name lazy called } }');
    expect(data).toEqual({ company: { name: 'Plus W', lazy: null, called: null } });
    expect(errors?.map(({ path }) => path)).toEqual([
      ['company', 'lazy'],
      ['company', 'called'],
    ]);
  });

  it('falls back to graphql-js for what does not compile', async () => {
    const { data, document } = await ask('{ company { name } } fragment Unused on Nothing { name }');
    expect(data).toEqual({ company: { name: 'Plus W' } });
    const bad = await ask('{ echo(first: 1.5) company { name } }');
    expect(execute.isCompiled(bad.document)).toBe(false);
    expect(bad.data).toEqual({ echo: null, company: { name: 'Plus W' } });
    expect(execute.isCompiled(document)).toBe(true);
  });

  it('compiles equal texts once and picks the operation by name', async () => {
    const text = 'query A { company { name } } query B { forbidden }';
    expect((await execute(parse(text), {}, 'A', {})).data).toEqual({ company: { name: 'Plus W' } });
    expect((await execute(parse(text), {}, 'B', {})).errors).toHaveLength(1);
    expect(execute.isCompiled(parse(text), 'A')).toBe(true);
  });
});
