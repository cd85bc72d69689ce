import { Ceiling, Sector } from '../entities.mjs';
import { byKey, listByKey } from '../loaders.mjs';

export const entities = [Sector, Ceiling];

export const typeDefs = `
  type Query { sectors: [Sector!] }
  type Sector @key(fields: "code") { code: String! name: String sswField: Boolean! ceilings: [Ceiling!]! }
  type Ceiling { value: Int! from: String! until: String! decidedOn: String! }
`;

export const loaders = (em) => ({
  sectorByCode: byKey(em, Sector, 'code'),
  ceilingsBySector: listByKey(em, Ceiling, 'sectorCode', { decidedOn: 'desc', pk: 'asc' }),
});

export const resolvers = {
  Query: { sectors: (_, __, { em }) => em.find(Sector, {}, { orderBy: { position: 'asc' } }) },
  Sector: {
    __resolveReference: ({ code }, { loaders }) => loaders.sectorByCode.load(code),
    ceilings: ({ code }, _, { loaders }) => loaders.ceilingsBySector.load(code),
  },
};
