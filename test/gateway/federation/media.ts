import type { Asked, Row, Toy } from './toy.js';

const anna: Row = { __typename: 'Reader', id: 'r1', name: 'Anna' };
const video: Row = {
  __typename: 'Video',
  id: 'm1',
  title: 'Keys',
  minutes: 12,
  likes: 5,
  shelf: { __typename: 'Shelf', code: 'S1', room: 'North' },
};
const article: Row = {
  __typename: 'Article',
  id: 'm2',
  title: 'Fields',
  words: 900,
  likes: 0,
  shelf: { __typename: 'Shelf', code: 'S2', room: 'South' },
};
video.related = [article];
article.related = [video, article];
article.fans = [anna];
video.fans = [];
const list: Row = { __typename: 'List', id: 'l1', label: 'Best of', items: [video, article], first: article };

/** What the subgraph `reviews` makes of what it requires. */
const REQUIRING = {
  blurb: ({ title }: Row) => `“${title}”`,
  place: ({ shelf }: Row) => `${(shelf as Row).room}-${(shelf as Row).code}`,
};

export const MEDIA_OPERATIONS: Asked[] = [
  ['an object by the fields of its interface', '{ popular { id likes } lists { first { id } } }'],
  ['the types of such objects', '{ popular { __typename } best { t: __typename likes } }'],
  ['a field of one of the types', '{ popular { ... on Video { minutes } likes } }'],
  [
    'an own field for one of the types',
    '{ popular { ... on Video { likes } } catalogue { ... on Article { likes } } }',
  ],
  ['a field of the interface from its owner', '{ popular { title shelf { room } } }'],
  ['fields that require others', '{ popular { blurb place } catalogue { blurb __typename place } }'],
  ['the same on an object of a known type', '{ now { player likes title blurb } }'],
  ['the same beside a field of its type alone', '{ now { minutes place } }'],
  [
    'an object that a subgraph only refers to',
    '{ lists { items { __typename ... on Article { words } likes } first { blurb id } } }',
  ],
  [
    'objects within objects',
    '{ lists { items { likes related { related { __typename id } } } } best { fans { name favourite { __typename } } } }',
  ],
  ['types here and not there', '{ best { related { __typename id } fans { name favourite { id likes } } } }'],
  [
    'a subgraph that knows one of the types',
    '{ popular { ... on Video { player } ... on Media { shelf { room } } } catalogue { related { likes ... on Video { player } } } }',
  ],
  ['a type that is left out', '{ popular { id ... on Video @include(if: false) { minutes } } }'],
];

/** An interface that some subgraphs know only as an object of its own (@interfaceObject). */
export const media: Toy = {
  subgraphs: {
    library: `
      type Query { media(id: ID!): Media catalogue: [Media!]! }
      interface Media @key(fields: "id") { id: ID! title: String! shelf: Shelf! }
      type Video implements Media @key(fields: "id") { id: ID! title: String! shelf: Shelf! minutes: Int! }
      type Article implements Media @key(fields: "id") { id: ID! title: String! shelf: Shelf! words: Int! }
      type Shelf { code: String! room: String }
    `,
    reviews: `
      type Query { popular: [Media!]! best: Media }
      type Media @key(fields: "id") @interfaceObject {
        id: ID!
        title: String! @external
        shelf: Shelf! @external
        likes: Int!
        related: [Media!]!
        blurb: String @requires(fields: "title")
        place: String @requires(fields: "shelf { room code }")
        fans: [Reader!]
      }
      type Shelf { code: String! @external room: String @external }
      type Reader @key(fields: "id") { id: ID! name: String favourite: Media }
    `,
    lists: `
      type Query { lists: [List!]! }
      type List @key(fields: "id") { id: ID! label: String items: [Media!]! first: Media }
      type Media @key(fields: "id", resolvable: false) @interfaceObject { id: ID! }
    `,
    players: `
      type Query { now: Video }
      type Video @key(fields: "id") { id: ID! player: String! }
    `,
  },
  rows: [video, article, anna, list],
  resolvers: {
    Query: {
      media: (_, { id }) => [video, article].find((row) => row.id === id) ?? null,
      catalogue: () => [article, video],
      popular: () => [video, article],
      best: () => article,
      lists: () => [list],
      now: () => video,
    },
    Media: REQUIRING,
    Video: { ...REQUIRING, player: ({ id }) => `player of ${id}` },
    Article: REQUIRING,
    Reader: { favourite: () => video },
  },
};
