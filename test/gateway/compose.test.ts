import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { composeSupergraph } from '../../gateway/compose.js';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\n';

function compose(sdls: Record<string, string>): string {
  return composeSupergraph(
    Object.entries(sdls).map(([name, sdl]) => ({ name, url: `http://${name}`, sdl: LINK + sdl })),
  );
}

describe('composition', () => {
  it('makes a supergraph that names each subgraph and where it is', () => {
    const sdl = compose({ a: 'type Query { x: Int }', 'b-c': 'type Query { y: Int }' });
    expect(() => parse(sdl)).not.toThrow();
    expect(sdl).toContain('@join__graph(name: "b-c", url: "http://b-c")');
  });

  it.each([
    [
      'a field of two subgraphs',
      {
        a: 'type Query { t: T } type T @key(fields: "id") { id: ID! name: Int }',
        b: 'type T @key(fields: "id") { id: ID! name: Int }',
      },
      /^INVALID_FIELD_SHARING: .*"T\.name".*"a" and "b".* Fix: .*@shareable/,
    ],
    [
      'two types of one field',
      { a: 'type Query { t: T } type T @shareable { x: Int }', b: 'type T @shareable { x: ID }' },
      /^FIELD_TYPE_MISMATCH: .*"T\.x".*"Int" in subgraph "a".* Fix: /,
    ],
    [
      'a key that is no field',
      { a: 'type Query { t: T } type T @key(fields: "nope") { id: ID! }' },
      /^\[a\] KEY_INVALID_FIELDS: .*"T".*"nope".* Fix: /,
    ],
    [
      'a type that is none',
      { a: 'type Query { t: Nope }' },
      /^\[a\] INVALID_GRAPHQL: Unknown type Nope\. Fix: correct its SDL\.$/,
    ],
    ['a syntax error', { a: 'type Query {' }, /^\[a\] INVALID_GRAPHQL: Syntax Error: .* Fix: correct its SDL\.$/],
    [
      'a field that no plan reaches',
      { a: 'type Query { t: T } type T { x: Int }', b: 'type Query { u: T } type T { y: Int }' },
      /^SATISFIABILITY_ERROR: .*"T\.x".*"a".* Fix: .*@key/,
    ],
  ])('explains %s in one line', (_, sdls, line) => {
    let message = '';
    try {
      compose(sdls as unknown as Record<string, string>);
    } catch (error) {
      expect((error as Error).name).toBe('OperatorError');
      message = (error as Error).message;
    }
    const [title, ...lines] = message.split('\n');
    expect(title).toBe('the subgraphs do not compose:');
    expect(
      lines.some((each) => line.test(each)),
      message,
    ).toBe(true);
    expect(
      lines.every((each) => / Fix: /.test(each)),
      message,
    ).toBe(true);
  });
});
