import { defineReference } from '../../../kit/schema/entities.js';
import type { PeopleContext } from '../context.js';

/** Every code is taken as it comes; `ceilings` is what `ceilingUse` requires of the owner. */
export const sectorReference = defineReference<PeopleContext>('Sector', {
  code: (code, _, { ceilings }) => ({ code, ceilings }),
});
