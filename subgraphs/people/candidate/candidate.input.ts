import { type RawBuilder, sql } from 'kysely';
import { ArgsType } from 'type-graphql';
import { VIEWER_COMPANY, VIEWER_ROLE } from '../../../kit/database/row-policies.js';
import { BooleanComparator, KeyComparator } from '../../../kit/list/comparators.js';
import { by, compare, defineFilter } from '../../../kit/list/filter.js';
import { listArgs } from '../../../kit/list/list-args.js';
import { defineOrder } from '../../../kit/list/order.js';
import { MATCHED_STATES } from '../placement/placement.states.js';
import { JlptLevel } from './candidate.type.js';

/** Whether the viewer may see people that this company registered as candidates. Other viewers may see only the row of `person`. */
export const isOwnCandidate = (registeredBy: RawBuilder<unknown>) =>
  sql`(${sql.raw(VIEWER_ROLE)} = 'ADMIN' or ${registeredBy} = ${sql.raw(VIEWER_COMPANY)})`;

/** A candidate is matched while they have a placement with an employer that has not ended. */
export const isMatched = (personPk: RawBuilder<unknown>) => sql`exists (
  select from people.placement pl where pl.person_pk = ${personPk} and pl.state = any(${MATCHED_STATES}))`;

export const candidateFilter = defineFilter(
  'CandidateFilter',
  'Selects candidates. A candidate must match every field that you set.',
  {
    reference: by.key('reference', "By the person's reference."),
    registeredBy: by.key('registeredBy', 'By the slug of the organisation that registered the candidate.'),
    jlpt: by.oneOf(
      'JlptLevel',
      JlptLevel,
      'jlpt',
      'By level of the Japanese-Language Proficiency Test (JLPT). For "N4 or higher" use `in: [N4, N3, N2, N1]`.',
    ),
    jftBasicOn: by.date(
      'jftBasicOn',
      'By the day on which the candidate passed the Japan Foundation Test for Basic Japanese (JFT-Basic). `isNull: false` selects all who passed it.',
    ),
    skillsTest: by.custom(
      KeyComparator,
      'By the code of a sector whose skills test the candidate passed.',
      (_, comparators, path) => sql`exists (
      select from people.skills_test t where t.person_pk = r.pk and ${compare(sql`t.sector_code`, comparators, path)})`,
    ),
    matched: by.custom(
      BooleanComparator,
      'True if the candidate has a placement with an employer that has not ended. Only placements that you may see count.',
      (_, comparators, path) => compare(isMatched(sql`r.pk`), comparators, path),
    ),
    nationality: by.key('nationality', 'By nationality, as an ISO 3166-1 alpha-2 country code: for example "PK".'),
    synthetic: by.boolean('synthetic', '`true` for people whom the sample generator made up, `false` for real ones.'),
  },
);

export const candidateOrder = defineOrder('CandidateOrder', {
  REFERENCE: { property: 'reference', type: 'text', description: "By the person's reference." },
});

@ArgsType()
export class CandidatesArgs extends listArgs(candidateFilter, candidateOrder) {}
