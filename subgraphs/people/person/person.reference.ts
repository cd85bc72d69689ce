import { defineReference } from '../../../kit/schema/entities.js';
import { keyOfGlobalId } from '../../../kit/schema/global-id.js';
import type { PeopleContext } from '../context.js';

export const personReference = defineReference<PeopleContext>('Person', {
  id: (id, { loaders }) => {
    const reference = keyOfGlobalId('Person', id);
    return reference == null ? null : loaders.personByReference.load(reference);
  },
});
