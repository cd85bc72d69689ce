import { defineReference } from '../../../kit/schema/entities.js';
import { keyOfGlobalId } from '../../../kit/schema/global-id.js';
import type { PeopleContext } from '../context.js';

export const placementReference = defineReference<PeopleContext>('Placement', {
  id: (id, { loaders }) => {
    const reference = keyOfGlobalId('Placement', id);
    return reference == null ? null : loaders.placementByReference.load(reference);
  },
});
