import { page } from './page.mjs';

const money = ({ reportedValue: amount, currency }) =>
  amount == null || currency == null ? null : { amount, currency };
const load = (loader, key) => (key == null ? null : loader.load(key));

export const resolvers = {
  Query: {
    sectors: (_, __, { loaders }) => loaders.sectors(),
    company: (_, { slug }, { loaders }) => loaders.companyBySlug.load(slug),
    tradeEvent: (_, { slug }, { loaders }) => loaders.tradeEventBySlug.load(slug),
    tradeEvents: async (_, args, { loaders }) => ({ nodes: await loaders.tradeEvents(args) }),
    placement: (_, { reference }, { loaders }) => loaders.placementByReference.load(reference),
    placements: async (_, args, { loaders }) => page(await loaders.placements(args), args.first),
  },
  Sector: { ceilings: ({ code }, _, { loaders }) => loaders.ceilingsBySector.load(code) },
  Company: {
    placements: async ({ slug }, args, { loaders }) =>
      page(await loaders.placementsByCompany(args).load(slug), args.first),
    contracts: async ({ slug }, args, { loaders }) =>
      page(await loaders.contractsByCompany(args).load(slug), args.first),
    placementStats: ({ slug }, args, { loaders }) => loaders.placementStatsByCompany(args).load(slug),
    contractStats: ({ slug }, args, { loaders }) => loaders.contractStatsByCompany(args).load(slug),
  },
  Placement: {
    person: ({ personPk }, _, { loaders }) => loaders.personByPk.load(personPk),
    sector: ({ sectorCode }, _, { loaders }) => loaders.sectorByCode.load(sectorCode),
    sendingCompany: ({ sendingCompany }, _, { loaders }) => load(loaders.companyBySlug, sendingCompany),
    acceptingCompany: ({ acceptingCompany }, _, { loaders }) => load(loaders.companyBySlug, acceptingCompany),
    supportCompany: ({ supportCompany }, _, { loaders }) => load(loaders.companyBySlug, supportCompany),
  },
  TradeEvent: {
    contracts: async ({ slug }, args, { loaders }) => page(await loaders.contractsByEvent(args).load(slug), args.first),
    contractStats: ({ slug }, args, { loaders }) => loaders.contractStatsByEvent(args).load(slug),
  },
  Contract: {
    reportedValue: money,
    event: ({ eventSlug }, _, { loaders }) => loaders.tradeEventBySlug.load(eventSlug),
    exhibitor: ({ exhibitorSlug }, _, { loaders }) => loaders.companyBySlug.load(exhibitorSlug),
  },
};
