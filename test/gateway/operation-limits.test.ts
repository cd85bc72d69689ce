import { getIntrospectionQuery } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway } from '../../gateway/server.js';
import type { Listening } from '../../kit/http/listen.js';
import { serveSchema } from '../../kit/http/serve-schema.js';
import { anybody } from '../testkit/credentials.js';
import { supergraphSdl, toyExecutors, toySchema } from './toy/graph.js';

const log = pino({ level: 'silent' });
const host = '127.0.0.1';
let gateway: Listening;
let subgraph: Listening;
beforeAll(async () => {
  const executors = toyExecutors({});
  gateway = await startGateway({
    supergraphSdl,
    executors,
    credentialsOf: anybody,
    host,
    port: 0,
    examplesDir: 'examples',
    log,
  });
  subgraph = await serveSchema({
    schema: toySchema('companies'),
    createContext: () => ({}),
    credentialsOf: anybody,
    host,
    port: 0,
    log,
  });
});
afterAll(() => Promise.all([gateway.close(), subgraph.close()]));

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: unknown[]; extensions: { code: string; argument?: string } }[];
}

async function ask(query: string, variables: unknown = {}, operationName?: string, { url } = gateway) {
  const body = JSON.stringify({ query, variables, operationName });
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return { status: response.status, ...((await response.json()) as Answer) };
}

const doubling = (length: number) =>
  `{ companies { ...F0 } } ${Array.from({ length }, (_, n) => `fragment F${n} on Company { ...F${n + 1} ...F${n + 1} }`).join(' ')} fragment F${length} on Company { slug }`;

describe.each([
  ['the gateway', () => gateway],
  ['a subgraph served alone', () => subgraph],
])('%s', (_, server) => {
  it('refuses fragments that multiply, before anything walks them', async () => {
    const { status, data, errors } = await ask(doubling(60), {}, undefined, server());
    expect([status, data, errors?.map(({ extensions }) => extensions.code)]).toEqual([
      400,
      undefined,
      ['LIMIT_EXCEEDED'],
    ]);
  });

  it('stops at fifty errors of a document and of variables', async () => {
    const unknown = await ask(
      `{ ${Array.from({ length: 400 }, (_, n) => `f${n}`).join(' ')} }`,
      {},
      undefined,
      server(),
    );
    const f = { and: new Array(10_000).fill({ kind: 1 }) };
    const wrong = await ask('query ($f: Filter) { echo(filter: $f) }', { f }, undefined, server());
    for (const { status, errors } of [unknown, wrong]) {
      expect([status, errors?.length]).toEqual([400, 51]);
      expect(errors?.at(-1)?.message).toMatch(/Too many|more/);
    }
    expect(wrong.errors?.[49]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'f.and[49].kind' });
  });

  it('takes names of methods as names', async () => {
    const query = `
      query constructor($__proto__: String!, $valueOf: Kind, $toString: Int! = 1) {
        __proto__: company(slug: $__proto__) { ...hasOwnProperty }
        toString: echo(filter: { kind: $valueOf }, first: $toString)
      }
      fragment hasOwnProperty on Company { valueOf: slug ...isPrototypeOf }
      fragment isPrototypeOf on Company { constructor: slug }`;
    const variables = JSON.parse('{ "__proto__": "oec" }');
    const { data } = await ask(query, variables, 'constructor', server());
    expect(JSON.stringify(data)).toContain('{"__proto__":{"valueOf":"oec","constructor":"oec"},"toString":');
    expect(JSON.parse(String(data?.toString))).toEqual({ first: 1, filter: {} });
    const missing = await ask(
      'query ($toString: String!) { company(slug: $toString) { slug } }',
      {},
      undefined,
      server(),
    );
    expect(missing.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'toString' });
  });

  it('takes a variable without a value inside a value for absent', async () => {
    const query = `query ($kind: Kind, $day: Date, $first: Int = 7) {
      a: echo(filter: { kind: $kind, not: { day: $day, and: [{ kind: $kind, day: "2025-05-02" }] } }, first: $first)
    }`;
    const filter = { not: { and: [{ day: '2025-05-02' }] } };
    const { data } = await ask(query, {}, undefined, server());
    expect(JSON.parse(String(data?.a))).toEqual({ filter, first: 7 });
    const given = await ask(query, { kind: null, day: '2025-05-03' }, undefined, server());
    expect(JSON.parse(String(given.data?.a))).toEqual({
      filter: { kind: null, not: { day: '2025-05-03', and: [{ kind: null, day: '2025-05-02' }] } },
      first: 7,
    });
  });

  it('reads descriptions of operations, fragments and variables over', async () => {
    const query = `
      """ What it is. """
      query Q("Which one." $slug: String!) { company(slug: $slug) { ...F } }
      "Its parts." fragment F on Company { slug }`;
    expect(await ask(query, { slug: 'oec' }, undefined, server())).toEqual({
      status: 200,
      data: { company: { slug: 'oec' } },
    });
  });

  it('does not mind the conditions of an operation that is not run', async () => {
    const query = `
      query A($x: Boolean!) { company(slug: "oec") { slug @include(if: $x) ...F } }
      query B($x: String) { flagship { name(language: $x) } }
      fragment F on Company { kind @skip(if: $x) }`;
    expect(await ask(query, { x: null }, 'B', server())).toEqual({
      status: 200,
      data: { flagship: { name: 'Plus W' } },
    });
    expect(await ask(query, { x: true }, 'A', server())).toEqual({ status: 200, data: { company: { slug: 'oec' } } });
  });

  it.each([
    [true, true, {}],
    [true, false, {}],
    [false, true, { slug: 'oec' }],
    [false, false, {}],
  ])('obeys both @skip(if: %j) and @include(if: %j) of one field', async (skip, include, company) => {
    const query =
      'query ($s: Boolean!, $i: Boolean!) { company(slug: "oec") { slug @skip(if: $s) @include(if: $i) ...on Company { __typename } } }';
    const { data } = await ask(query, { s: skip, i: include }, undefined, server());
    expect(data).toEqual({ company: { ...company, __typename: 'Company' } });
  });

  it('says in plain words that there are no subscriptions', async () => {
    const { status, errors } = await ask('subscription { companies { slug } }', {}, undefined, server());
    expect([status, errors?.[0]?.message]).toEqual([400, 'The schema has no subscriptions.']);
  });
});

describe('introspection beside data', () => {
  it('keeps its errors, at the place where the client asked', async () => {
    const query =
      'query ($n: String = "Company") { flagship { slug } one: __type(name: $n) { name } ...F } fragment F on Query { __type(name: $n) { kind } }';
    const { data, errors } = await ask(query, { n: null });
    expect(data).toEqual({ flagship: { slug: 'plusw' }, one: null, __type: null });
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['one'], 'BAD_USER_INPUT'],
      [['__type'], 'BAD_USER_INPUT'],
    ]);
  });

  it('is answered under aliases, in fragments and under conditions', async () => {
    const query = `query ($yes: Boolean!, $no: Boolean!) {
      t: __typename
      a: __type(name: "Company") { name }
      b: __schema @include(if: $no) { queryType { name } }
      ... @include(if: $yes) { c: __schema { queryType { n: name } } flagship { k: __typename slug } }
      ... @skip(if: $yes) { d: __type(name: "Company") { name } }
    }`;
    expect((await ask(query, { yes: true, no: false })).data).toEqual({
      t: 'Query',
      a: { name: 'Company' },
      c: { queryType: { n: 'Query' } },
      flagship: { k: 'Company', slug: 'plusw' },
    });
    expect((await ask('mutation { t: __typename __typename }')).data).toEqual({
      t: 'Mutation',
      __typename: 'Mutation',
    });
  });

  it('is answered as a whole', async () => {
    const { data } = await ask(
      getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true, schemaDescription: true }),
    );
    expect(data).toHaveProperty('__schema.types');
  });
});
