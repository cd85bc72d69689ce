import { pins } from '../../../kit/access/pins.js';
import { refusal } from '../../../kit/access/refusal.js';
import { each, restrictedType, WITH_ROW } from '../../../kit/access/rules.js';
import type { Viewer } from '../../../kit/viewer.js';
import type { ExhibitorStatsArgs } from './exhibitor-stats.input.js';

/**
 * The ministry and admins see who won how often. A partner sees it for its own company only.
 * @throws HubError UNAUTHENTICATED or FORBIDDEN
 */
export function checkMaySeeExhibitorStats(viewer: Viewer, { filter }: Pick<ExhibitorStatsArgs, 'filter'>): void {
  if (viewer.role === 'ADMIN' || viewer.role === 'MINISTRY') return;
  if (viewer.role === 'PUBLIC') throw refusal(viewer, 'exhibitorStats is open to partners, the ministry and the hub');
  if (pins(filter, ['company'], viewer.company)) return;
  throw refusal(viewer, 'filter.company: exhibitorStats is open to you only if the filter selects your own company', {
    argument: 'filter.company',
  });
}

export const exhibitorStatsAccess = restrictedType(
  'ExhibitorStats',
  { PUBLIC: 'none', PARTNER: 'the row of its own company', MINISTRY: 'all', ADMIN: 'all' },
  each(WITH_ROW, 'editions', 'editionsWon', 'firstExhibitedOn', 'lastExhibitedOn', 'company'),
);
