import { ownReference } from '../../../kit/schema/entities.js';
import type { SectorsContext } from '../context.js';

export const programmeReference = ownReference<SectorsContext>(
  'Programme',
  (code, { loaders }) => loaders.programmeByCode.find(code),
  'code',
);
