import { describe, expect, it } from 'vitest';
import { globalId } from '../../kit/schema/global-id.js';
import { askMonolith, toyGraph } from './toy/graph.js';

const plusw = globalId('Company', 'plusw');

/** Operations over the toy graph, each for one thing that a gateway can get wrong. */
const OPERATIONS: [what: string, query: string, variables?: Record<string, unknown>][] = [
  ['a list of one subgraph', '{ companies { slug name tags matrix } }'],
  ['a hop', '{ company(slug: "plusw") { sector { code name ceiling } } }'],
  [
    'there and back again',
    '{ company(slug: "plusw") { events { title hosts { name sector { name } events { slug } } } } }',
  ],
  ['a field that requires another', '{ companies { rank } }'],
  ['a list with holes', '{ optionalCompanies { name rank } event(slug: "jitw") { guests { name } } }'],
  ['an entity that is not there', '{ company(slug: "nobody") { name events { title } } sector(code: "x") { name } }'],
  ['an object that must be there', '{ flagship { name mainSector { ceiling notes } } }'],
  [
    'aliases',
    '{ a: company(slug: "plusw") { n: name } b: company(slug: "oec") { n: slug s: sector { c: code n: name } } }',
  ],
  [
    'aliases that hide keys',
    '{ companies { slug: name id: kind code: slug sector { code: name name: code } events { slug: title } } }',
  ],
  [
    'an alias that is the name itself',
    '{ company: company(slug: "plusw") { name } company(slug: "plusw") { name: name slug } }',
  ],
  ['aliases of introspection', '{ company(slug: "plusw") { __typename: name t: __typename rank } }'],
  [
    'an alias that names the prototype',
    '{ __proto__: company(slug: "plusw") { __proto__: name constructor: slug rank } }',
  ],
  [
    'the same field with two argument sets',
    '{ sector(code: "care") { name ja: name(language: "JA") } companies { sector { ja: name(language: "JA") en: name } } }',
  ],
  [
    'one entity under two paths with different arguments',
    '{ a: company(slug: "plusw") { sector { n: name(language: "JA") } } b: company(slug: "plusw") { sector { n: name } } }',
  ],
  ['__typename at the root', '{ __typename companies { __typename slug } }'],
  ['nothing but __typename', '{ a: __typename __typename }'],
  [
    '__typename below',
    '{ things { __typename } named { __typename } company(slug: "oec") { address { __typename } sector { __typename } } }',
  ],
  ['a union', '{ things { ... on Company { name events { title } } ... on Address { city lines } } }'],
  ['an interface', '{ named { name ... on Company { slug rank } ... on Node { id } } }'],
  ['an interface without a type condition', '{ named { name } nodes(ids: []) { id } }'],
  [
    'node',
    'query ($id: ID!) { node(id: $id) { __typename id ... on Company { name events { title } } ... on Named { ja: name } } }',
    { id: plusw },
  ],
  [
    'nodes',
    'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Company { slug } } }',
    { ids: [plusw, 'x', globalId('Company', 'no'), plusw] },
  ],
  [
    'named fragments',
    'query { company(slug: "plusw") { ...A } } fragment A on Company { name ...B } fragment B on Company { rank events { ...C } } fragment C on Event { organiser { name } }',
  ],
  [
    'a fragment on the root',
    'query { ...Q } fragment Q on Query { company(slug: "plusw") { slug } __schema { queryType { name } } }',
  ],
  [
    'introspection beside data',
    '{ t: __type(name: "Company") { name } company(slug: "plusw") { rank } __schema { mutationType { name } } }',
  ],
  [
    'introspection alone',
    'query ($n: String!) { __type(name: $n) { fields { name type { kind ofType { name } } } } }',
    { n: 'Event' },
  ],
  ['a literal filter', '{ echo(filter: { not: { kind: SENDING } }) }'],
  [
    'a filter in a variable',
    'query ($f: Filter, $n: Int! = 5) { echo(filter: $f, first: $n) }',
    { f: { and: [{ kind: 'ACCEPTING' }] } },
  ],
  ['lists of lists', '{ companies { matrix address { lines country { code } } } }'],
  [
    'fields merged from two selections',
    '{ flagship { sector { name } address { city } } flagship { sector { ceiling } address { country { code } } } }',
  ],
  [
    'a mutation',
    'mutation { rename(slug: "jitw", to: "IT") { title hosts { name } } again: rename(slug: "hr", to: "HR") { title } }',
  ],
];

describe('the gateway answers as one schema would', () => {
  it.each(OPERATIONS)('%s', async (_, query, variables) => {
    const answer = await toyGraph().ask(query, variables);
    expect(answer).toEqual(await askMonolith(query, variables));
    expect(answer.errors).toBeUndefined();
  });

  const CONDITIONAL = `
    query ($a: Boolean!, $b: Boolean = true) {
      company(slug: "plusw") @include(if: $a) {
        name @skip(if: $b)
        ... @include(if: $b) { rank events { title @skip(if: $a) slug } }
        ...F @skip(if: $b)
        sector @include(if: $a) { name @include(if: $b) }
      }
      flagship { events @skip(if: $a) { hosts { name } } ...F @include(if: $b) slug @skip(if: true) }
      ... @skip(if: $a) { __schema { queryType { name } } }
    }
    fragment F on Company { firstEvent { title } rank }
  `;

  it.each([
    [{ a: true }],
    [{ a: true, b: false }],
    [{ a: false }],
    [{ a: false, b: false }],
  ])('under @skip and @include with %j', async (variables) => {
    const { ask } = toyGraph();
    await ask(CONDITIONAL, { a: !variables.a });
    expect(await ask(CONDITIONAL, variables)).toEqual(await askMonolith(CONDITIONAL, variables));
  });
});
