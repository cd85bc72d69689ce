import { defineReference } from '../../../kit/schema/entities.js';
import { keyOfGlobalId } from '../../../kit/schema/global-id.js';
import type { SectorsContext } from '../context.js';

export const sourceReference = defineReference<SectorsContext>('Source', {
  id: (id, { loaders }) => {
    const key = keyOfGlobalId('Source', id);
    return key == null ? null : loaders.sourceByKey.load(key);
  },
});
