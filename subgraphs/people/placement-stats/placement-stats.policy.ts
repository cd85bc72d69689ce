import { each, restrictedType, WITH_ROW } from '../../../kit/access/rules.js';
import type { FilterValue } from '../../../kit/list/filter.js';
import type { Viewer } from '../../../kit/viewer.js';
import { pinsCompany } from '../placement/placement.role.js';

/** Whose placements are counted: everybody's, a company's or a sector's. */
export interface StatsParent {
  readonly kind: 'all' | 'company' | 'sector';
  readonly key: string;
}

/** Whether the viewer may see every placement that is counted, so that nothing needs to be rounded. */
export function canSeeExactStats(viewer: Viewer, filter: FilterValue | null | undefined, parent: StatsParent): boolean {
  if (viewer.role === 'ADMIN') return true;
  if (viewer.role !== 'PARTNER' || viewer.company === null) return false;
  return (parent.kind === 'company' && parent.key === viewer.company) || pinsCompany(filter, viewer.company);
}

const rows = {
  PUBLIC: 'rounded figures',
  PARTNER:
    'exact figures under `Company` if that is its own company, or if the filter selects its own company as `sendingCompany`, `acceptingCompany` or `supportCompany`; otherwise rounded figures',
  MINISTRY: 'rounded figures',
  ADMIN: 'exact figures',
};

export const placementStatsAccess = restrictedType(
  'PlacementStats',
  rows,
  each(
    WITH_ROW,
    'state',
    'statusOfResidence',
    'prefecture',
    'registeredYear',
    'registeredMonth',
    'startedYear',
    'startedMonth',
    'count',
    'employed',
    'started',
    'leftEarly',
    'leftEarlyShare',
    'medianSalaryJpyMonth',
    'rounded',
    'sector',
    'sendingCompany',
    'acceptingCompany',
    'supportCompany',
    'stages',
  ),
);

export const stageStatsAccess = restrictedType(
  'StageStats',
  rows,
  each(WITH_ROW, 'state', 'entered', 'advanced', 'conversion', 'medianDays'),
);
