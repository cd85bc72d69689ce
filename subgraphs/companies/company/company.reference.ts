import { defineReference } from '../../../kit/schema/entities.js';
import { keyOfGlobalId } from '../../../kit/schema/global-id.js';
import type { CompaniesContext } from '../context.js';

export const companyReference = defineReference<CompaniesContext>('Company', {
  slug: (slug, { loaders }) => loaders.companyBySlug.load(slug),
  id: (id, { loaders }) => {
    const slug = keyOfGlobalId('Company', id);
    return slug == null ? null : loaders.companyBySlug.load(slug);
  },
});
