import { each, openTo, restrictedType, WITH_ROW } from '../../../kit/access/rules.js';

/** Lists of placements are open to the roles that have a part in placements, and to admins. */
export const placementsOpen = openTo('PARTNER', 'ADMIN');

const rows = {
  PUBLIC: 'none',
  PARTNER: 'placements in which its own company is the sending organisation, the employer or the support organisation',
  MINISTRY: 'none',
  ADMIN: 'all',
};

export const placementAccess = restrictedType(
  'Placement',
  rows,
  each(
    WITH_ROW,
    'id',
    'reference',
    'state',
    'stateSince',
    'occupation',
    'statusOfResidence',
    'prefecture',
    'salaryJpyMonth',
    'registeredOn',
    'coeNumber',
    'coeAppliedOn',
    'coeIssuedOn',
    'coeExpiresOn',
    'visaExpiresOn',
    'startedOn',
    'residenceUntil',
    'ssw1MonthsBefore',
    'ssw1LimitOn',
    'endedOn',
    'endReason',
    'synthetic',
    'person',
    'sector',
    'sendingCompany',
    'acceptingCompany',
    'supportCompany',
    'events',
  ),
);

export const placementEventAccess = restrictedType(
  'PlacementEvent',
  rows,
  each(WITH_ROW, 'state', 'occurredOn', 'recordedAt', 'recordedBy', 'document'),
);
