import { defineReference } from '../../../kit/schema/entities.js';
import { keyOfGlobalId } from '../../../kit/schema/global-id.js';
import type { PeopleContext } from '../context.js';
import { asCandidate } from './candidate.type.js';

export const candidateReference = defineReference<PeopleContext>('Candidate', {
  id: async (id, { loaders }) => {
    const reference = keyOfGlobalId('Candidate', id);
    return reference == null ? null : asCandidate(await loaders.personByReference.load(reference));
  },
});
