import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

const LINK = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@shareable", "@authenticated", "@requiresScopes", "@policy"]
)
`;

const SDL = {
  works: `${LINK}
    type Query {
      works: [Work]
      work: Painting!
      inventory: [String!] @authenticated
      value: Int @requiresScopes(scopes: [["appraise", "read"], ["admin"]])
      vault: String @policy(policies: [["two-keys"]])
      things: [Thing]
      loan: Loan
    }
    type Mutation { sell(id: ID!): Boolean @requiresScopes(scopes: [["sell"]]) clean(id: ID!): Boolean }
    union Thing = Painting | Loan
    interface Work { id: ID! title: String! price: Int insured: Int }
    type Painting implements Work @key(fields: "id") {
      id: ID! title: String! price: Int @requiresScopes(scopes: [["read"]]) insured: Int @authenticated painter: String!
    }
    type Sculpture implements Work @key(fields: "id") {
      id: ID! title: String! price: Int insured: Int @authenticated weight: Int
    }
    type Loan @authenticated @key(fields: "id") { id: ID! from: String! state: State }
    enum State @requiresScopes(scopes: [["read"]]) { ASKED GIVEN }
  `,
  shop: `${LINK}
    type Painting @key(fields: "id") { id: ID! postcards: [String!]! @authenticated owner: String @authenticated @policy(policies: [["staff"]]) }
    type Loan @authenticated @key(fields: "id") { id: ID! days: Int }
  `,
};

const WORKS = [
  { __typename: 'Painting', id: 'p1', title: 'Rain', price: 100, insured: 120, painter: 'A' },
  { __typename: 'Sculpture', id: 's1', title: 'Stone', price: 300, insured: 400, weight: 9 },
];
const LOAN = { __typename: 'Loan', id: 'l1', from: 'Kyoto', state: 'ASKED', days: 30 };

/** A small graph whose fields, types and enums are not open to everybody; `sold` and `cleaned` tell what mutations did. */
export function museum() {
  const done: string[] = [];
  const act =
    (what: string) =>
    (_: unknown, { id }: { id: string }) =>
      done.push(`${what} ${id}`) > 0;
  const works = buildSubgraphSchema([
    {
      typeDefs: parse(SDL.works),
      resolvers: {
        Query: {
          works: () => WORKS.map((work) => ({ ...work })),
          work: () => ({ ...WORKS[0] }),
          inventory: () => ['Rain', 'Stone'],
          value: () => 400,
          vault: () => 'gold',
          things: () => [{ ...WORKS[0] }, { ...LOAN }],
          loan: () => ({ ...LOAN }),
        },
        Mutation: { sell: act('sell'), clean: act('clean') } as never,
        Painting: { __resolveReference: () => ({ ...WORKS[0] }) },
        Sculpture: { __resolveReference: () => ({ ...WORKS[1] }) },
        Loan: { __resolveReference: () => ({ ...LOAN }) },
      },
    },
  ]);
  const shop = buildSubgraphSchema([
    {
      typeDefs: parse(SDL.shop),
      resolvers: {
        Painting: { __resolveReference: () => ({ __typename: 'Painting', id: 'p1', postcards: ['Rain'], owner: 'B' }) },
        Loan: { __resolveReference: () => ({ ...LOAN }) },
      },
    },
  ]);
  return { sdl: SDL, schemas: { works, shop }, done };
}
