import { Person, Placement } from '../entities.mjs';
import { byKey, decode, page } from '../loaders.mjs';

export const entities = [Person, Placement];

export const typeDefs = `
  enum PlacementRole { SENDING ACCEPTING SUPPORT }
  enum Direction { ASC DESC }
  enum PlacementOrderField { STARTED_ON }
  enum PlacementDimension { STATE }
  input PlacementOrder { field: PlacementOrderField! direction: Direction! = ASC }
  input KeyComparator { eq: String }
  input PlacementFilter { sector: KeyComparator reference: KeyComparator }

  type Query {
    placement(reference: String!): Placement
    placements(filter: PlacementFilter, orderBy: [PlacementOrder!], first: Int! = 20, after: String): PlacementConnection
  }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Person { reference: String! familyName: String givenName: String nameNative: String }
  type Placement {
    reference: String! state: String! stateSince: String occupation: String statusOfResidence: String prefecture: String
    salaryJpyMonth: Int registeredOn: String coeNumber: String coeAppliedOn: String coeIssuedOn: String coeExpiresOn: String
    visaExpiresOn: String startedOn: String residenceUntil: String ssw1LimitOn: String endedOn: String endReason: String
    person: Person sector: Sector sendingCompany: Company acceptingCompany: Company supportCompany: Company
  }
  type PlacementConnection { nodes: [Placement!]! pageInfo: PageInfo! }
  type PlacementStats { state: String count: Int! }
  type Sector @key(fields: "code", resolvable: false) { code: String! }
  type Company @key(fields: "slug") {
    slug: String!
    placements(role: PlacementRole!, orderBy: [PlacementOrder!], first: Int! = 20): PlacementConnection
    placementStats(role: PlacementRole!, groupBy: [PlacementDimension!]!): [PlacementStats!]
  }
`;

const ROLE = { SENDING: 'sendingCompany', ACCEPTING: 'acceptingCompany', SUPPORT: 'supportCompany' };
const COLUMN = { SENDING: 'sending_company', ACCEPTING: 'accepting_company', SUPPORT: 'support_company' };

const order = (terms) =>
  terms?.[0]?.direction === 'ASC' ? { startedOn: 'asc', pk: 'asc' } : { startedOn: 'desc nulls last', pk: 'desc' };
const company = (slug) => slug && { slug };

export const loaders = (em) => ({
  personByPk: byKey(em, Person, 'pk'),
  placementByReference: byKey(em, Placement, 'reference'),
});

export const resolvers = {
  Query: {
    placement: (_, { reference }, { loaders }) => loaders.placementByReference.load(reference),
    placements: async (_, args, { em }) => page(await readPlacements(em, args), args.first),
  },
  Company: {
    __resolveReference: (reference) => reference,
    placements: async ({ slug }, { role, orderBy, first }, { em }) =>
      page(await em.find(Placement, { [ROLE[role]]: slug }, { orderBy: order(orderBy), limit: first + 1 }), first),
    placementStats: ({ slug }, { role }, { em }) =>
      em.execute(
        `select state, count(*)::integer as count from people.placement where ${COLUMN[role]} = ? group by state`,
        [slug],
      ),
  },
  Placement: {
    person: ({ personPk }, _, { loaders }) => loaders.personByPk.load(personPk),
    sector: ({ sectorCode }) => ({ code: sectorCode }),
    sendingCompany: ({ sendingCompany }) => company(sendingCompany),
    acceptingCompany: ({ acceptingCompany }) => company(acceptingCompany),
    supportCompany: ({ supportCompany }) => company(supportCompany),
  },
};

async function readPlacements(em, { filter, orderBy, first, after }) {
  const where = {};
  if (filter?.sector?.eq) where.sectorCode = filter.sector.eq;
  if (filter?.reference?.eq) where.reference = filter.reference.eq;
  const limit = first + 1;
  if (!after) return em.find(Placement, where, { orderBy: order(orderBy), limit });
  const [day, pk] = decode(after);
  const beyond = { ...where, startedOn: { $gte: day }, $or: [{ startedOn: { $gt: day } }, { pk: { $gt: pk } }] };
  const rows = await em.find(Placement, beyond, { orderBy: order(orderBy), limit });
  if (rows.length === limit) return rows;
  const rest = { ...where, startedOn: null };
  return [...rows, ...(await em.find(Placement, rest, { orderBy: order(orderBy), limit: limit - rows.length }))];
}
