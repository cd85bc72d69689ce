import { defineReference } from '../../../kit/schema/entities.js';
import { keyOfGlobalId } from '../../../kit/schema/global-id.js';
import type { SectorsContext } from '../context.js';

export const sectorReference = defineReference<SectorsContext>('Sector', {
  code: (code, { loaders }) => loaders.sectorByCode.load(code),
  id: (id, { loaders }) => {
    const code = keyOfGlobalId('Sector', id);
    return code == null ? null : loaders.sectorByCode.load(code);
  },
});
