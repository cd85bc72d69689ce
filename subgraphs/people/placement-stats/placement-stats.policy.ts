import { pins } from '../../../kit/access/pins.js';
import type { FilterValue } from '../../../kit/list/filter.js';
import type { Viewer } from '../../../kit/viewer.js';

/** Whose placements are asked for: everybody's, a company's or a sector's. */
export interface StatsParent {
  readonly kind: 'all' | 'company' | 'sector';
  readonly key: string;
}

/** Whether a filter lets through only placements in which the company has a part. */
export function pinsCompany(filter: FilterValue | null | undefined, company: string | null): boolean {
  return pins(filter, ['sendingCompany', 'acceptingCompany', 'supportCompany'], company);
}

/** Whether the viewer may see every placement that is counted, so that nothing needs to be rounded. */
export function canSeeExactStats(viewer: Viewer, filter: FilterValue | null | undefined, parent: StatsParent): boolean {
  if (viewer.role === 'ADMIN') return true;
  if (viewer.role !== 'PARTNER' || viewer.company === null) return false;
  return (parent.kind === 'company' && parent.key === viewer.company) || pinsCompany(filter, viewer.company);
}
