import { ownReference } from '../../../kit/schema/entities.js';
import type { CompaniesContext } from '../context.js';

export const agreementReference = ownReference<CompaniesContext>('Agreement', (slug, { loaders }) =>
  loaders.agreementBySlug.find(slug),
);
