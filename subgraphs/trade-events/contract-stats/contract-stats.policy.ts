import { pins } from '../../../kit/access/pins.js';
import type { FilterValue } from '../../../kit/list/filter.js';
import type { Viewer } from '../../../kit/viewer.js';

/** Whose contracts are asked for; `company` is null where the parent is not a company. */
export interface StatsParent {
  readonly company: string | null;
}

/** Whether the viewer may see every contract that is counted, so that nothing needs to be rounded. */
export function canSeeExactStats(viewer: Viewer, filter: FilterValue | null | undefined, parent: StatsParent): boolean {
  if (viewer.role === 'ADMIN' || viewer.role === 'MINISTRY') return true;
  if (viewer.role !== 'PARTNER' || viewer.company === null) return false;
  return parent.company === viewer.company || pins(filter, ['exhibitor', 'buyer'], viewer.company);
}
