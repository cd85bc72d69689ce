import { ownReference } from '../../../kit/schema/entities.js';
import type { SectorsContext } from '../context.js';

export const sourceReference = ownReference<SectorsContext>('Source', (key, { loaders }) =>
  loaders.sourceByKey.find(key),
);
