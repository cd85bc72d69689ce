import { Company } from '../entities.mjs';
import { byKey } from '../loaders.mjs';

export const entities = [Company];

export const typeDefs = `
  type Query { company(slug: String!): Company }
  type Company @key(fields: "slug") { slug: String! name: String country: String website: String }
`;

export const loaders = (em) => ({ companyBySlug: byKey(em, Company, 'slug') });

export const resolvers = {
  Query: { company: (_, { slug }, { loaders }) => loaders.companyBySlug.load(slug) },
  Company: { __resolveReference: ({ slug }, { loaders }) => loaders.companyBySlug.load(slug) },
};
