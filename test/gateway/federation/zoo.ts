import type { Asked, Row, Toy } from './toy.js';

const firm: Row = { __typename: 'Firm', id: 'f1', name: 'Zoo Ltd', seat: 'Lahore', taxCode: 'PK-1' };
const person: Row = { __typename: 'Person', id: 'p1', name: 'Sana', birthday: '1990-05-01' };
const cat: Row = { __typename: 'Cat', id: 'c1', owner: firm, lives: 9, sound: 'meow' };
const aardvark: Row = { __typename: 'Aardvark', id: 'a1', owner: person, tongue: 30, sound: null };
const tree: Row = { __typename: 'Tree', id: 't1', height: 12, keeper: person };
cat.friends = [aardvark, cat];
aardvark.friends = [cat];
cat.home = { __typename: 'Cage', label: 'C-1', keeper: firm, beside: { __typename: 'Field', label: 'F-1', size: 3 } };
aardvark.home = { __typename: 'Field', label: 'F-2', size: 4, keeper: person, beside: null };

export const ZOO_OPERATIONS: Asked[] = [
  ['types of objects of a field that implementations narrow', '{ animals { owner { __typename } } }'],
  ['the same for one object', '{ animal(id: "a1") { owner { __typename } } }'],
  [
    'nothing but an aliased __typename',
    '{ animals { t: __typename } things { x: __typename } patients { y: __typename } }',
  ],
  [
    'aliased __typename on an interface that some members share',
    '{ keepers { ... on Firm { t: __typename } } registered { t: __typename } }',
  ],
  [
    'several aliases of __typename beside fields',
    '{ animals { t: __typename __isNode: __typename id owner { a: __typename b: __typename __typename id } } }',
  ],
  ['the fields of the interface alone', '{ animals { owner { id } home { label keeper { id } beside { label } } } }'],
  [
    'fields narrowed twice',
    '{ animals { home { keeper { __typename } beside { __typename keeper { __typename } } } } }',
  ],
  ['lists of lists of objects', '{ grid { id owner { __typename } } }'],
  ['lists within objects', '{ animals { friends { id owner { __typename } friends { __typename } } } }'],
  ['an interface that another one implements', '{ alive { id ... on Animal { owner { t: __typename id } } } }'],
  [
    'an interface of another subgraph within one',
    '{ alive { ... on Animal { owner { ... on Named { name } } } ... on Tree { keeper { name } } } }',
  ],
  ['interfaces within a union', '{ things { ... on Alive { id } ... on Place { label keeper { t: __typename } } } }'],
  [
    'one key of two types',
    '{ things { ... on Cat { owner { seat } } ... on Aardvark { owner { birthday } } ... on Firm { x: id } ... on Tree { x: id } } }',
  ],
  [
    'named fragments on all of them',
    `query { animals { ...A } }
      fragment A on Animal { ...B home { ...P } }
      fragment B on Alive { id k: __typename }
      fragment P on Place { label p: __typename }`,
  ],
  [
    'a field that only some of the types have',
    '{ animals { ... on Cat { lives sound } } things { ... on Tree { height } } }',
  ],
  [
    'a member whose fields are elsewhere',
    '{ patients { t: __typename ... on Cat { lives owner { __typename name } } } }',
  ],
  [
    'names that every object has',
    `query {
      animals { __proto__: __typename constructor: id toString: owner { hasOwnProperty: __typename } ...constructor ...__proto__ }
    }
    fragment constructor on Animal { id ...toString }
    fragment __proto__ on Cat { lives }
    fragment toString on Aardvark { valueOf: owner { hasOwnProperty: name } }`,
  ],
  [
    'a selection that is left out',
    '{ animals { id ... on Cat @skip(if: true) { lives } t: __typename @include(if: false) } }',
  ],
];

/** Interfaces whose fields the implementations narrow, interfaces that implement interfaces, and unions of their members. */
export const zoo: Toy = {
  subgraphs: {
    animals: `
      type Query {
        animal(id: ID!): Animal
        animals: [Animal!]!
        grid: [[Animal]!]
        alive: [Alive!]!
        things: [Thing]!
        keepers: [Owner!]!
      }
      interface Alive { id: ID! }
      interface Animal implements Alive { id: ID! owner: Owner home: Place friends: [Animal!]! }
      interface Owner { id: ID! }
      interface Place { label: String! keeper: Owner beside: Place }
      type Cat implements Animal & Alive @key(fields: "id") { id: ID! owner: Firm home: Cage! friends: [Animal!]! sound: String! }
      type Aardvark implements Animal & Alive @key(fields: "id") { id: ID! owner: Person home: Field friends: [Cat!]! sound: String }
      type Tree implements Alive @key(fields: "id") { id: ID! height: Int! keeper: Person }
      type Cage implements Place { label: String! keeper: Firm beside: Field }
      type Field implements Place { label: String! keeper: Person beside: Cage size: Int! }
      type Firm implements Owner @key(fields: "id") { id: ID! }
      type Person implements Owner @key(fields: "id") { id: ID! }
      union Thing = Cat | Aardvark | Tree | Firm | Cage
    `,
    registry: `
      type Query { registered: [Named!]! }
      interface Named { name: String }
      type Firm implements Named @key(fields: "id") { id: ID! name: String seat: String! taxCode: String }
      type Person implements Named @key(fields: "id") { id: ID! name: String birthday: String! }
    `,
    vets: `
      type Query { patients: [Patient!]! }
      union Patient = Cat | Aardvark
      type Cat @key(fields: "id") { id: ID! lives: Int! }
      type Aardvark @key(fields: "id") { id: ID! tongue: Int }
    `,
  },
  rows: [firm, person, cat, aardvark, tree],
  resolvers: {
    Query: {
      animal: (_, { id }) => [cat, aardvark].find((row) => row.id === id) ?? null,
      animals: () => [aardvark, cat],
      grid: () => [[cat, null], [], [aardvark, cat]],
      alive: () => [tree, cat, aardvark],
      things: () => [firm, aardvark, null, cat, tree, cat.home],
      keepers: () => [person, firm],
      registered: () => [person, firm],
      patients: () => [cat, aardvark],
    },
  },
};
