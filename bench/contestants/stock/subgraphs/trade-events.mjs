import { Contract, TradeEvent } from '../entities.mjs';
import { byKey } from '../loaders.mjs';

export const entities = [TradeEvent, Contract];

export const typeDefs = `
  enum ContractRole { EXHIBITOR BUYER }
  enum Direction { ASC DESC }
  enum TradeEventOrderField { STARTS_ON }
  enum ContractDimension { STATE CURRENCY }
  input TradeEventOrder { field: TradeEventOrderField! direction: Direction! = ASC }
  input BooleanComparator { eq: Boolean }
  input TradeEventFilter { synthetic: BooleanComparator }

  type Query {
    tradeEvent(slug: String!): TradeEvent
    tradeEvents(filter: TradeEventFilter, orderBy: [TradeEventOrder!], first: Int! = 20): TradeEventConnection
  }
  type Money { amount: String! currency: String! }
  type TradeEvent @key(fields: "slug") {
    slug: String! name: String startsOn: String
    contracts(first: Int! = 20): ContractConnection
    contractStats(groupBy: [ContractDimension!]!): [ContractStats!]
  }
  type TradeEventConnection { nodes: [TradeEvent!]! }
  type Contract { reference: String! state: String! reportedValue: Money event: TradeEvent exhibitor: Company }
  type ContractConnection { nodes: [Contract!]! }
  type ContractStats { state: String currency: String count: Int! reportedValue: String }
  type Company @key(fields: "slug") {
    slug: String!
    contracts(role: ContractRole!, first: Int! = 20): ContractConnection
    contractStats(role: ContractRole!, groupBy: [ContractDimension!]!): [ContractStats!]
  }
`;

const ROLE = { EXHIBITOR: 'exhibitorSlug', BUYER: 'buyerSlug' };
const COLUMN = { EXHIBITOR: 'exhibitor_slug', BUYER: 'buyer_slug' };
const BY_VALUE = { reportedValue: 'desc nulls last', pk: 'desc' };

export const loaders = (em) => ({ eventBySlug: byKey(em, TradeEvent, 'slug') });

const contracts = async (em, where, limit) => ({ nodes: await em.find(Contract, where, { orderBy: BY_VALUE, limit }) });

function groups(em, column, key, groupBy) {
  const dimensions = groupBy.map((dimension) => dimension.toLowerCase()).join(', ');
  return em.execute(
    `select ${dimensions}, count(*)::integer as count, sum(reported_value)::text as "reportedValue"
     from trade_events.contract where ${column} = ? group by ${dimensions}`,
    [key],
  );
}

export const resolvers = {
  Query: {
    tradeEvent: (_, { slug }, { loaders }) => loaders.eventBySlug.load(slug),
    tradeEvents: async (_, { filter, first }, { em }) => {
      const where = filter?.synthetic?.eq == null ? {} : { synthetic: filter.synthetic.eq };
      const orderBy = { startsOn: 'desc nulls last', pk: 'desc' };
      return { nodes: await em.find(TradeEvent, where, { orderBy, limit: first }) };
    },
  },
  TradeEvent: {
    __resolveReference: ({ slug }, { loaders }) => loaders.eventBySlug.load(slug),
    contracts: ({ slug }, { first }, { em }) => contracts(em, { eventSlug: slug }, first),
    contractStats: ({ slug }, { groupBy }, { em }) => groups(em, 'event_slug', slug, groupBy),
  },
  Company: {
    __resolveReference: (reference) => reference,
    contracts: ({ slug }, { role, first }, { em }) => contracts(em, { [ROLE[role]]: slug }, first),
    contractStats: ({ slug }, { role, groupBy }, { em }) => groups(em, COLUMN[role], slug, groupBy),
  },
  Contract: {
    reportedValue: ({ reportedValue: amount, currency }) =>
      amount == null || currency == null ? null : { amount, currency },
    event: ({ eventSlug }, _, { loaders }) => loaders.eventBySlug.load(eventSlug),
    exhibitor: ({ exhibitorSlug }) => ({ slug: exhibitorSlug }),
  },
};
