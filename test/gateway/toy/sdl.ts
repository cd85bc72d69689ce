const LINK = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@external", "@requires", "@inaccessible"]
)
`;

/** Three small subgraphs with every kind of nullability, shaped after the real ones; `node` is the gateway's own. */
export const TOY_SDL = {
  companies: `${LINK}
    type Query {
      company(slug: String!): Company
      companies: [Company!]!
      optionalCompanies: [Company]
      flagship: Company!
      things: [Thing!]
      named: [Named]!
      echo(filter: Filter, first: Int! = 3): String
    }
    scalar Date
    scalar DateTime
    scalar Decimal
    input Filter { kind: Kind, and: [Filter!], not: Filter, day: Date, moment: DateTime, amount: Decimal }
    interface Node { id: ID! }
    interface Named { name(language: String = "EN"): String }
    type Company implements Node & Named @key(fields: "slug") @key(fields: "id") {
      id: ID!
      slug: String!
      name(language: String = "EN"): String
      kind: Kind!
      tags: [String!]!
      matrix: [[Int!]]!
      size: Int
      address: Address!
      sector: Sector
      mainSector: Sector!
      parent: Company
      secret: String @inaccessible
    }
    type Address { city: String!, lines: [String], country: Country }
    type Country { code: String! }
    type Sector @key(fields: "code", resolvable: false) { code: String! }
    union Thing = Company | Address
    enum Kind { SENDING ACCEPTING HIDDEN @inaccessible }
  `,
  sectors: `${LINK}
    type Query { sector(code: String!): Sector, sectors: [Sector!]! }
    interface Named { name(language: String = "EN"): String }
    type Sector implements Named @key(fields: "code") {
      code: String!
      name(language: String = "EN"): String
      ceiling: Int!
      notes: [String!]
    }
    type Company @key(fields: "slug") {
      slug: String!
      size: Int @external
      rank(top: Int): Int @requires(fields: "size")
    }
  `,
  'trade-events': `${LINK}
    type Query { event(slug: String!): Event, events: [Event!] }
    type Event @key(fields: "slug") {
      slug: String!
      title: String!
      hosts: [Company!]!
      guests: [Company]
      organiser: Company!
    }
    type Company @key(fields: "slug") { slug: String!, events(first: Int = 10): [Event!]!, firstEvent: Event }
  `,
};

/** Only one of them changes anything, so that the graph can also be had without a mutation. */
export const TOY_MUTATION = `
  extend type Mutation { rename(slug: String!, to: String!): Event, renameStrictly(slug: String!, to: String!): Event! }
`;
