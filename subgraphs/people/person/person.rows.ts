import { seenBy, VIEWER_COMPANY, VIEWER_ROLE, VIEWER_SUBJECT } from '../../../kit/database/row-policies.js';

const HOLDS_AN_OFFICE = 'exists (select from people.office o where o.person_pk = person.pk)';

/**
 * Everybody sees office holders. An admin sees everyone. A partner also sees the people that its company registered and the workers of the
 * placements that it sees: the row policies of the inner table apply.
 */
export const peopleSeen = seenBy(
  {
    ADMIN: 'true',
    PARTNER: `(registered_by = ${VIEWER_COMPANY} or exists (select from people.placement p where p.person_pk = person.pk) or ${HOLDS_AN_OFFICE})`,
  },
  HOLDS_AN_OFFICE,
);

/** An admin and the organisations that handle a person see who read the person's data. */
export const personReadsSeen = seenBy({
  ADMIN: 'true',
  PARTNER: `(exists (select from people.person p where p.pk = person_read.person_pk and p.registered_by = ${VIEWER_COMPANY}) or exists (select from people.placement p where p.person_pk = person_read.person_pk and (p.sending_company = ${VIEWER_COMPANY} or p.accepting_company = ${VIEWER_COMPANY})))`,
});

/** A reader can be recorded only under its own name, and only now. */
export const personReadsAdded = `read_at = now() and role = ${VIEWER_ROLE} and subject = ${VIEWER_SUBJECT} and coalesce(company, '') = coalesce((select current_setting('hub.company', true)), '')`;
