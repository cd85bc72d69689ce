import { seenBy, VIEWER_COMPANY } from '../../../kit/database/row-policies.js';

/** An admin sees every placement; a partner those in which its company is sending, accepting or support organisation. */
export const placementsSeen = seenBy({
  ADMIN: 'true',
  PARTNER: `(sending_company = ${VIEWER_COMPANY} or accepting_company = ${VIEWER_COMPANY} or support_company = ${VIEWER_COMPANY})`,
});

/** A viewer who sees a placement sees its history: the row policies of the inner table apply. */
export const placementEventsSeen = seenBy({
  ADMIN: 'true',
  PARTNER: 'exists (select from people.placement p where p.pk = placement_event.placement_pk)',
});
