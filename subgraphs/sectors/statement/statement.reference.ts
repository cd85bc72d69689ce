import { ownReference } from '../../../kit/schema/entities.js';
import type { SectorsContext } from '../context.js';

export const statementReference = ownReference<SectorsContext>('Statement', (key, { loaders }) =>
  loaders.statementByKey.find(key),
);
