import { VIEWER_ROLE } from '../../../kit/database/row-policies.js';

/** A payment is seen with its contract: the inner table has policies of its own. */
export const milestonesSeen = `${VIEWER_ROLE} in ('ADMIN', 'MINISTRY') or (${VIEWER_ROLE} = 'PARTNER' and exists (select from trade_events.contract c where c.pk = milestone.contract_pk))`;
