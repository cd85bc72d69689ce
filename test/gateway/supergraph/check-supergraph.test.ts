import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { composeSupergraph } from '../../../gateway/compose.js';
import { Gateway } from '../../../gateway/gateway.js';
import { logger } from '../../../kit/logger.js';

const LINK = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@shareable", "@override", "@context", "@fromContext", "@authenticated", "@tag"]
)
`;

function compose(sdls: Record<string, string>): string {
  return composeSupergraph(
    Object.entries(sdls).map(([name, sdl]) => ({ name, url: `http://${name}`, sdl: LINK + sdl })),
  );
}

const start = (supergraphSdl: string) => new Gateway({ supergraphSdl, executors: {}, log: logger });

const linked = (link: string) =>
  compose({ a: 'type Query { x: Int }' }).replace('schema @link', `schema @link(${link}) @link`);

describe('a gateway starts', () => {
  it.each([
    ['with specifications that it serves', compose({ a: 'type Query { x: Int @authenticated @tag(name: "t") }' })],
    ['with a specification that needs no gateway', linked('url: "https://example.org/notes/v1.0"')],
    ['with a context that nothing reads', compose({ a: 'type Query { t: T } type T @context(name: "c") { x: Int }' })],
    [
      'with names that differ in more than case and hyphens',
      compose({ 'trade-events': 'type Query { x: Int }', trade: 'type Query { y: Int }' }),
    ],
  ])('%s', (_, supergraph) => {
    expect(start(supergraph).schema.getQueryType()?.name).toBe('Query');
  });
});

describe('a gateway refuses to start', () => {
  it.each([
    [
      'with an argument from a context',
      compose({
        a: `type Query { t: T } type T @key(fields: "id") @context(name: "c") { id: ID! n: Int! u: U! }
            type U @key(fields: "id") { id: ID! f(a: Int @fromContext(field: "$c { n }")): Int }`,
      }),
      'U.f takes an argument from a context (@fromContext), which it does not serve.',
    ],
    [
      'with a label that nothing decides',
      compose({
        a: 'type Query { t: T } type T @key(fields: "id") { id: ID! n: Int }',
        b: 'type T @key(fields: "id") { id: ID! n: Int @override(from: "a", label: "beta") }',
      }),
      'T.n has @override(label: "beta"), and nothing says for which requests; only percent(n) is served.',
    ],
    [
      'with an unknown specification for security',
      linked('url: "https://example.org/secret/v1.0", for: SECURITY'),
      'It links https://example.org/secret/v1.0 for SECURITY, which the gateway does not know.',
    ],
    [
      'with an unknown specification for execution',
      linked('url: "https://specs.apollo.dev/connect/v0.1", for: EXECUTION'),
      'It links https://specs.apollo.dev/connect/v0.1 for EXECUTION, which the gateway does not know.',
    ],
    [
      'with an unknown version of a known one',
      linked('url: "https://specs.apollo.dev/policy/v9.9", for: SECURITY'),
      'It links https://specs.apollo.dev/policy/v9.9 for SECURITY, which the gateway does not know.',
    ],
    [
      'with one of the same name from elsewhere',
      linked('url: "https://example.org/authenticated/v0.1", for: SECURITY'),
      'It links https://example.org/authenticated/v0.1 for SECURITY, which the gateway does not know.',
    ],
    [
      'with machinery under other names',
      compose({ a: 'type Query { x: Int }' }).replace('join/v0.5"', 'join/v0.5", as: "j"').replaceAll('join__', 'j__'),
      'It links https://specs.apollo.dev/join/v0.5 under other names, which the gateway does not read.',
    ],
    [
      'with two subgraphs whose names fold into one',
      compose({ 'trade-events': 'type Query { x: Int }', Trade_Events: 'type Query { y: Int }' }),
      'The subgraphs "trade-events" and "Trade_Events" are one name to it; rename one.',
    ],
    [
      'without Federation 2',
      'type Query { x: Int }',
      'It does not link https://specs.apollo.dev/join, as every Federation 2 supergraph does.',
    ],
  ])('%s', (_, supergraph, line) => {
    expect(() => parse(supergraph)).not.toThrow();
    expect(() => start(supergraph)).toThrow(`the gateway cannot serve this supergraph:\n${line}`);
  });
});
