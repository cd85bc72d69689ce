import { VIEWER_COMPANY, VIEWER_ROLE } from '../../../kit/database/row-policies.js';

/** The ministry and an admin see every contract; a partner those in which its company is exhibitor or buyer. */
export const contractsSeen = `${VIEWER_ROLE} in ('ADMIN', 'MINISTRY') or (${VIEWER_ROLE} = 'PARTNER' and (exhibitor_slug = ${VIEWER_COMPANY} or buyer_slug = ${VIEWER_COMPANY}))`;
