import { defineReference } from '../../../kit/schema/entities.js';
import { keyOfGlobalId } from '../../../kit/schema/global-id.js';
import type { CompaniesContext } from '../context.js';

export const agreementReference = defineReference<CompaniesContext>('Agreement', {
  id: (id, { loaders }) => {
    const slug = keyOfGlobalId('Agreement', id);
    return slug == null ? null : loaders.agreementBySlug.load(slug);
  },
});
