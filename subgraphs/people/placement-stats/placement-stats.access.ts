import { each, restrictedType, WITH_ROW } from '../../../kit/access/rules.js';

const rows = {
  PUBLIC: 'rounded',
  PARTNER: 'exact where the filter or the page pins its own company, else rounded',
  MINISTRY: 'rounded',
  ADMIN: 'exact',
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
