import { defineReference } from '../../../kit/schema/entities.js';
import { keyOfGlobalId } from '../../../kit/schema/global-id.js';
import type { SectorsContext } from '../context.js';

export const programmeReference = defineReference<SectorsContext>('Programme', {
  code: (code, { loaders }) => loaders.programmeByCode.load(code),
  id: (id, { loaders }) => {
    const code = keyOfGlobalId('Programme', id);
    return code == null ? null : loaders.programmeByCode.load(code);
  },
});
