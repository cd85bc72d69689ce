/** What the seven questions need of the hub’s API, in its words. */
export const typeDefs = /* GraphQL */ `
  enum PlacementRole { SENDING ACCEPTING SUPPORT }
  enum ContractRole { EXHIBITOR BUYER }
  enum Direction { ASC DESC }
  enum PlacementOrderField { STARTED_ON }
  enum TradeEventOrderField { STARTS_ON }
  enum PlacementDimension { STATE }
  enum ContractDimension { STATE CURRENCY }
  input PlacementOrder { field: PlacementOrderField! direction: Direction! = ASC }
  input TradeEventOrder { field: TradeEventOrderField! direction: Direction! = ASC }
  input KeyComparator { eq: String }
  input BooleanComparator { eq: Boolean }
  input PlacementFilter { sector: KeyComparator reference: KeyComparator }
  input TradeEventFilter { synthetic: BooleanComparator }

  type Query {
    sectors: [Sector!]
    company(slug: String!): Company
    tradeEvent(slug: String!): TradeEvent
    tradeEvents(filter: TradeEventFilter, orderBy: [TradeEventOrder!], first: Int! = 20): TradeEventConnection
    placement(reference: String!): Placement
    placements(filter: PlacementFilter, orderBy: [PlacementOrder!], first: Int! = 20, after: String): PlacementConnection
  }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Money { amount: String! currency: String! }
  type Ceiling { value: Int! from: String! until: String! decidedOn: String! }
  type Sector { code: String! name: String sswField: Boolean! ceilings: [Ceiling!]! }
  type Person { reference: String! familyName: String givenName: String nameNative: String }
  type Company {
    slug: String! name: String country: String website: String
    placements(role: PlacementRole!, orderBy: [PlacementOrder!], first: Int! = 20): PlacementConnection
    contracts(role: ContractRole!, first: Int! = 20): ContractConnection
    placementStats(role: PlacementRole!, groupBy: [PlacementDimension!]!): [PlacementStats!]
    contractStats(role: ContractRole!, groupBy: [ContractDimension!]!): [ContractStats!]
  }
  type Placement {
    reference: String! state: String! stateSince: String occupation: String statusOfResidence: String prefecture: String
    salaryJpyMonth: Int registeredOn: String coeNumber: String coeAppliedOn: String coeIssuedOn: String coeExpiresOn: String
    visaExpiresOn: String startedOn: String residenceUntil: String ssw1LimitOn: String endedOn: String endReason: String
    person: Person sector: Sector sendingCompany: Company acceptingCompany: Company supportCompany: Company
  }
  type PlacementConnection { nodes: [Placement!]! pageInfo: PageInfo! }
  type PlacementStats { state: String count: Int! }
  type TradeEvent {
    slug: String! name: String startsOn: String
    contracts(first: Int! = 20): ContractConnection
    contractStats(groupBy: [ContractDimension!]!): [ContractStats!]
  }
  type TradeEventConnection { nodes: [TradeEvent!]! }
  type Contract { reference: String! state: String! reportedValue: Money event: TradeEvent exhibitor: Company }
  type ContractConnection { nodes: [Contract!]! }
  type ContractStats { state: String currency: String count: Int! reportedValue: String }
`;
