import { seenBy } from '../../../kit/database/row-policies.js';

/** A payment is seen with its contract: the inner table has policies of its own. */
export const milestonesSeen = seenBy({
  ADMIN: 'true',
  MINISTRY: 'true',
  PARTNER: 'exists (select from trade_events.contract c where c.pk = milestone.contract_pk)',
});
