import { seenBy, VIEWER_COMPANY } from '../../../kit/database/row-policies.js';

/** The ministry and an admin see every contract; a partner those in which its company is exhibitor or buyer. */
export const contractsSeen = seenBy({
  ADMIN: 'true',
  MINISTRY: 'true',
  PARTNER: `(exhibitor_slug = ${VIEWER_COMPANY} or buyer_slug = ${VIEWER_COMPANY})`,
});
