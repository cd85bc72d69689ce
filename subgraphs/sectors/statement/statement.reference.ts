import { defineReference } from '../../../kit/schema/entities.js';
import { keyOfGlobalId } from '../../../kit/schema/global-id.js';
import type { SectorsContext } from '../context.js';

export const statementReference = defineReference<SectorsContext>('Statement', {
  id: (id, { loaders }) => {
    const key = keyOfGlobalId('Statement', id);
    return key == null ? null : loaders.statementByKey.load(key);
  },
});
