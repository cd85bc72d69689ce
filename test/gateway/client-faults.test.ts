import { getIntrospectionQuery } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway } from '../../gateway/server.js';
import type { Listening } from '../../kit/http/listen.js';
import { anybody } from '../testkit/credentials.js';
import { supergraphSdl, toyExecutors } from './toy/graph.js';

let gateway: Listening;
beforeAll(async () => {
  gateway = await startGateway({
    supergraphSdl,
    executors: toyExecutors({}),
    credentialsOf: anybody,
    host: '127.0.0.1',
    port: 0,
    examplesDir: 'examples',
    log: pino({ level: 'silent' }),
  });
});
afterAll(() => gateway.close());

async function ask(query: string, variables: unknown = {}) {
  const body = JSON.stringify({ query, variables });
  const response = await fetch(gateway.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const { data, errors } = (await response.json()) as {
    data?: unknown;
    errors?: { message: string; extensions: { code: string; argument?: string } }[];
  };
  return { status: response.status, data, error: errors?.[0] };
}

const nested = (open: string, times: number, middle: string) => open.repeat(times) + middle + '}'.repeat(times);
const parents = (levels: number) => `{ company(slug: "komatsu") ${nested('{ parent ', levels - 2, '{ name }')} }`;
const ECHO = 'query ($f: Filter) { echo(filter: $f) }';
const not = (depth: number): object => JSON.parse(nested('{"not":', depth - 1, '{}'));

describe('the gateway refuses', () => {
  it.each([
    ['an operation of a kind it has none of', 'subscription { x }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['a selection that is too deep', parents(17), {}, 'LIMIT_EXCEEDED'],
    [
      'a selection that its fragments make too deep',
      `${parents(9).replace('{ name }', '{ ...F }')} fragment F on Company ${nested('{ parent ', 9, '{ name }')}`,
      {},
      'LIMIT_EXCEEDED',
    ],
    [
      'type conditions that are too deep',
      `{ company(slug: "oec") ${nested('{ ... ', 100, '{ name }')} }`,
      {},
      'LIMIT_EXCEEDED',
    ],
    ['a literal value that is too deep', `{ echo(filter: ${nested('{ not: ', 200, '{}')}) }`, {}, 'LIMIT_EXCEEDED'],
    ['a variable that is too deep', ECHO, { f: not(33) }, 'LIMIT_EXCEEDED'],
    ['variables of too many values', ECHO, { f: { and: new Array(40_000).fill({}) } }, 'LIMIT_EXCEEDED'],
    ['a variable without end', ECHO, { f: not(3_000) }, 'LIMIT_EXCEEDED'],
    [
      'a null for @skip, in spite of a default',
      'query ($b: Boolean = true) { sector(code: "it") @skip(if: $b) { code } }',
      { b: null },
      'BAD_USER_INPUT',
    ],
    ['a date that is none', '{ echo(filter: { day: "31/12/2025" }) }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['a decimal that is none', '{ echo(filter: { amount: "1,000" }) }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['a moment that is none', '{ echo(filter: { moment: "noon" }) }', {}, 'GRAPHQL_VALIDATION_FAILED'],
  ])('%s', async (_, query, variables, code) => {
    const { status, data, error } = await ask(query, variables);
    expect([status, data, error?.extensions.code]).toEqual([400, undefined, code]);
    expect(Object.keys(error?.extensions ?? {}).filter((key) => !['code', 'argument'].includes(key))).toEqual([]);
  });

  it.each([
    [{ day: '31/12/2025' }, 'f.day', /Date/],
    [{ not: { amount: '1,000' } }, 'f.not.amount', /without separators/],
    [{ and: [{ moment: 'noon' }] }, 'f.and[0].moment', /DateTime/],
  ])('%j, and names the argument', async (f, argument, message) => {
    const { status, error } = await ask(ECHO, { f });
    expect([status, error?.extensions]).toEqual([400, { code: 'BAD_USER_INPUT', argument }]);
    expect(error?.message).toMatch(message);
  });
});

it('names the variable with which there are too many values', async () => {
  const filters = { first: { and: new Array(30_000).fill({}) }, second: { and: new Array(10_000).fill({}) } };
  const query = 'query ($first: Filter, $second: Filter) { a: echo(filter: $first) b: echo(filter: $second) }';
  const { error } = await ask(query, filters);
  expect(error).toEqual({
    message: 'The variables may hold 40,000 values together, and a filter 500 conditions.',
    extensions: { code: 'LIMIT_EXCEEDED', argument: 'second' },
  });
});

it('quotes no more of the name of an operation than an error may hold', async () => {
  const { url } = gateway;
  const body = JSON.stringify({ query: 'query A { __typename }', operationName: 'n'.repeat(500_000) });
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const text = await response.text();
  expect(text).toContain('Unknown operation named');
  expect(text.length).toBeLessThan(1_200);
});

describe('the gateway answers', () => {
  it('as deep a selection, and as deep a value, as it says it does', async () => {
    expect((await ask(parents(16))).data).toMatchObject({ company: { parent: { parent: null } } });
    const value = nested('{ not: ', 31, '{}');
    const deep = parents(16)
      .replace('{ name }', `{ name again: name }`)
      .replace('{ company', `{ echo(filter: ${value}) company`);
    expect((await ask(deep)).error).toBeUndefined();
    expect((await ask(ECHO, { f: not(32) })).error).toBeUndefined();
    expect((await ask(getIntrospectionQuery())).error).toBeUndefined();
  });

  it('scalars as the client wrote them', async () => {
    const f = { day: '2025-05-02', moment: '2025-05-02T09:30:00+09:00', amount: '1250.50' };
    const literal = JSON.stringify(f).replace(/"(\w+)":/g, '$1:');
    const expected = { echo: JSON.stringify({ filter: f, first: 3 }) };
    expect((await ask(ECHO, { f })).data).toEqual(expected);
    expect((await ask(`{ echo(filter: ${literal}) }`)).data).toEqual(expected);
    expect((await ask(ECHO.replace('Filter', `Filter = ${literal}`))).data).toEqual(expected);
  });

  it.each([
    ['{ sector(code: "it") @skip(if: true) { code } }', {}],
    ['{ sector(code: "it") @include(if: false) { code } }', {}],
    ['{ ... @skip(if: true) { sectors { code } } }', {}],
    ['{ ...F @skip(if: true) } fragment F on Query { sectors { code } }', {}],
    ['{ ...F } fragment F on Query { sectors @skip(if: true) { code } }', {}],
    ['{ sector(code: "it") { code @skip(if: true) } }', { sector: {} }],
    ['{ sector(code: "it") { code @skip(if: false) name @include(if: false) } }', { sector: { code: 'it' } }],
    ['{ sector(code: "it") @skip(if: true) { code } company(slug: "oec") { size } }', { company: { size: 300 } }],
    [
      'query ($n: String!) { sector(code: $n) @skip(if: true) { code } flagship { slug } }',
      { flagship: { slug: 'plusw' } },
    ],
  ])('%s', async (query, data) => {
    expect(await ask(query, { n: 'it' })).toEqual({ status: 200, data, error: undefined });
  });
});
