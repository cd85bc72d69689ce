import { seenBy } from '../../../kit/database/row-policies.js';

/** A viewer who sees a contract sees its payments: the row policies of the inner table apply. */
export const milestonesSeen = seenBy({
  ADMIN: 'true',
  MINISTRY: 'true',
  PARTNER: 'exists (select from trade_events.contract c where c.pk = milestone.contract_pk)',
});
