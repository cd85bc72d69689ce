import { ownReference } from '../../../kit/schema/entities.js';
import type { CompaniesContext } from '../context.js';

export const companyReference = ownReference<CompaniesContext>(
  'Company',
  (slug, { loaders }) => loaders.companyBySlug.find(slug),
  'slug',
);
