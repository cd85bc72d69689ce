import { each, openTo, restrictedType, type Seen, seenAs, WITH_ROW } from '../../../kit/access/rules.js';
import type { Viewer } from '../../../kit/viewer.js';

/**
 * The relation of the viewer to a person. HANDLES: an admin, the organisation that registered the person, or the sending or accepting
 * organisation of a placement. SUPPORTS: the support organisation of a placement. NONE: everybody else, for example with an office holder.
 */
export type PersonRelation = 'HANDLES' | 'SUPPORTS' | 'NONE';

/** The relation, if it is known without looking at placements. */
export function relationWithoutPlacements(viewer: Viewer, registeredBy: string | null): PersonRelation | undefined {
  if (viewer.role === 'ADMIN') return 'HANDLES';
  if (viewer.role !== 'PARTNER') return 'NONE';
  return registeredBy !== null && registeredBy === viewer.company ? 'HANDLES' : undefined;
}

/** Whether personal data is shown in full. Each such read is recorded. */
export function canReadInFull(relation: PersonRelation): boolean {
  return relation === 'HANDLES';
}

/** Whether the last four characters of a document's or a telephone's number are shown. */
export function canReadLastFour(relation: PersonRelation): boolean {
  return relation === 'SUPPORTS';
}

/** Whether more is shown than a published source says about an office holder. */
export function canReadProfile(relation: PersonRelation): boolean {
  return relation !== 'NONE';
}

/** Whether the viewer sees who read the person's data. */
export function canReadAccessLog(relation: PersonRelation): boolean {
  return relation === 'HANDLES';
}

/** Whether the viewer may see a person as a candidate. */
export function canSeeCandidate(viewer: Viewer, registeredBy: string | null): boolean {
  if (registeredBy === null) return false;
  return viewer.role === 'ADMIN' || (viewer.role === 'PARTNER' && viewer.company === registeredBy);
}

const HANDLING =
  'in full if its own company registered, sends or employs the person, and each read is recorded in `accessLog`';

const lastFour: Seen = {
  PUBLIC: 'nothing',
  PARTNER: `${HANDLING}; only "••••" and the last four characters if it supports the person; otherwise nothing`,
  MINISTRY: 'nothing',
  ADMIN: 'in full, and each read is recorded in `accessLog`',
};
const inFull: Seen = { ...lastFour, PARTNER: `${HANDLING}; otherwise nothing` };

const numbers = seenAs(lastFour, 'PUBLIC', 'MINISTRY');
const secrets = seenAs(inFull, 'PUBLIC', 'MINISTRY');

export const personAccess = restrictedType(
  'Person',
  {
    PUBLIC: 'office holders',
    PARTNER: 'office holders, people that its own company registered, and workers of its placements',
    MINISTRY: 'office holders',
    ADMIN: 'all',
  },
  {
    ...each(WITH_ROW, 'id', 'reference', 'familyName', 'givenName', 'nameNative', 'name', 'offices', 'synthetic'),
    nationality: seenAs(
      {
        PUBLIC: 'nothing',
        PARTNER: 'for people that its own company registered, sends, employs or supports',
        MINISTRY: 'nothing',
        ADMIN: 'for all people',
      },
      'PUBLIC',
      'MINISTRY',
    ),
    passportNumber: numbers,
    cnic: numbers,
    phone: numbers,
    dateOfBirth: secrets,
    email: secrets,
    candidate: openTo('PARTNER', 'ADMIN'),
    placements: openTo('PARTNER', 'ADMIN'),
    accessLog: seenAs(
      {
        PUBLIC: 'nothing',
        PARTNER: 'for people that its own company registered, sends or employs',
        MINISTRY: 'nothing',
        ADMIN: 'for all people',
      },
      'PUBLIC',
      'MINISTRY',
    ),
  },
);
