import { each, restrictedType, WITH_ROW } from '../../../kit/access/rules.js';

export const personReadAccess = restrictedType(
  'PersonRead',
  {
    PUBLIC: 'none',
    PARTNER: 'those of people whom it registered, sends or employs, whoever read',
    MINISTRY: 'none',
    ADMIN: 'all',
  },
  each(WITH_ROW, 'readAt', 'role', 'subject', 'company', 'fields', 'purpose', 'requestId'),
);
