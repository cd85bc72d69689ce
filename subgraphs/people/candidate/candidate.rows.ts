import { seenBy, VIEWER_COMPANY } from '../../../kit/database/row-policies.js';

/** What makes a person a candidate is seen by an admin and by the organisation that registered the person. */
export const skillsTestsSeen = seenBy({
  ADMIN: 'true',
  PARTNER: `exists (select from people.person p where p.pk = skills_test.person_pk and p.registered_by = ${VIEWER_COMPANY})`,
});
