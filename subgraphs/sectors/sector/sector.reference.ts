import { ownReference } from '../../../kit/schema/entities.js';
import type { SectorsContext } from '../context.js';

export const sectorReference = ownReference<SectorsContext>(
  'Sector',
  (code, { loaders }) => loaders.sectorByCode.find(code),
  'code',
);
