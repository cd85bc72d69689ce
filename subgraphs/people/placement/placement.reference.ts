import { ownReference } from '../../../kit/schema/entities.js';
import type { PeopleContext } from '../context.js';

export const placementReference = ownReference<PeopleContext>('Placement', (reference, { loaders }) =>
  loaders.placementByReference.load(reference),
);
