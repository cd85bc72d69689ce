import { each, restrictedType, WITH_ROW } from '../../../kit/access/rules.js';
import { contractRows } from '../contract/contract.policy.js';

export const milestoneAccess = restrictedType(
  'Milestone',
  contractRows,
  each(WITH_ROW, 'id', 'number', 'paid', 'paidOn', 'imported', 'contract', 'amount'),
);
