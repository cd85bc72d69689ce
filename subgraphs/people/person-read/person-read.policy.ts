import { each, restrictedType, WITH_ROW } from '../../../kit/access/rules.js';

export const personReadAccess = restrictedType(
  'PersonRead',
  {
    PUBLIC: 'none',
    PARTNER: 'all reads of people that its own company registered, sends or employs',
    MINISTRY: 'none',
    ADMIN: 'all',
  },
  each(WITH_ROW, 'readAt', 'role', 'subject', 'company', 'fields', 'purpose', 'requestId'),
);
