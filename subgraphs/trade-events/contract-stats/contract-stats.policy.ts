import { each, restrictedType, WITH_ROW } from '../../../kit/access/rules.js';
import type { FilterValue } from '../../../kit/list/filter.js';
import type { Viewer } from '../../../kit/viewer.js';
import { pinsCompany } from '../company/company.role.js';

/** Whose contracts are counted. `company` is null if the parent is not a company. */
export interface StatsParent {
  readonly company: string | null;
}

/** Whether the viewer may see every contract that is counted, so that nothing needs to be rounded. */
export function canSeeExactStats(viewer: Viewer, filter: FilterValue | null | undefined, parent: StatsParent): boolean {
  if (viewer.role === 'ADMIN' || viewer.role === 'MINISTRY') return true;
  if (viewer.role !== 'PARTNER' || viewer.company === null) return false;
  return parent.company === viewer.company || pinsCompany(filter, viewer.company);
}

export const contractStatsAccess = restrictedType(
  'ContractStats',
  {
    PUBLIC: 'none',
    PARTNER:
      'exact figures under `Company` if that is its own company, or if the filter selects its own company as `exhibitor` or `buyer`; otherwise rounded counts and no sums',
    MINISTRY: 'exact figures',
    ADMIN: 'exact figures',
  },
  each(
    WITH_ROW,
    'state',
    'currency',
    'buyerPrefecture',
    'serviceCategory',
    'signedYear',
    'signedMonth',
    'count',
    'reportedValue',
    'evidencedValue',
    'realisedValue',
    'rounded',
    'event',
    'exhibitor',
    'buyer',
    'sector',
  ),
);
