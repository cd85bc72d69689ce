import { openTo, openType, WITH_ROW } from '../../kit/access/rules.js';
import { candidateAccess, candidatesOpen, testResultAccess } from './candidate/candidate.policy.js';
import { personAccess } from './person/person.policy.js';
import { personReadAccess } from './person-read/person-read.policy.js';
import { placementAccess, placementEventAccess, placementsOpen } from './placement/placement.policy.js';
import { placementStatsAccess, stageStatsAccess } from './placement-stats/placement-stats.policy.js';

/** The access rules of `people`. */
export const access = [
  openType('Query', {
    person: WITH_ROW,
    people: WITH_ROW,
    candidates: candidatesOpen,
    placement: placementsOpen,
    placements: placementsOpen,
    placementStats: WITH_ROW,
  }),
  personAccess,
  candidateAccess,
  testResultAccess,
  placementAccess,
  placementEventAccess,
  placementStatsAccess,
  stageStatsAccess,
  personReadAccess,
  openType('Office', { person: WITH_ROW }),
  openType('Company', { placements: openTo('PARTNER', 'ADMIN'), placementStats: WITH_ROW }),
  openType('Sector', { placements: openTo('PARTNER', 'ADMIN'), placementStats: WITH_ROW }),
  openType('Ceiling'),
  openType('CeilingUse'),
];
