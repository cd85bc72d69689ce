import { seenBy, VIEWER_COMPANY } from '../../../kit/database/row-policies.js';

/** An admin and the organisation that registered a person see the person as a candidate. */
export const skillsTestsSeen = seenBy({
  ADMIN: 'true',
  PARTNER: `exists (select from people.person p where p.pk = skills_test.person_pk and p.registered_by = ${VIEWER_COMPANY})`,
});
