import { ownReference } from '../../../kit/schema/entities.js';
import type { PeopleContext } from '../context.js';

export const personReference = ownReference<PeopleContext>('Person', (reference, { loaders }) =>
  loaders.personByReference.load(reference),
);
