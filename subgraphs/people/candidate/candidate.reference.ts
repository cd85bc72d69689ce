import { ownReference } from '../../../kit/schema/entities.js';
import type { PeopleContext } from '../context.js';
import { asCandidate } from './candidate.type.js';

export const candidateReference = ownReference<PeopleContext>('Candidate', async (reference, { loaders, viewer }) =>
  asCandidate(await loaders.personByReference.load(reference), viewer),
);
