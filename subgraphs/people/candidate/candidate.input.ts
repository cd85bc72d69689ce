import { type RawBuilder, sql } from 'kysely';
import { ArgsType } from 'type-graphql';
import { VIEWER_COMPANY, VIEWER_ROLE } from '../../../kit/database/row-policies.js';
import { BooleanComparator, KeyComparator } from '../../../kit/list/comparators.js';
import { by, compare, defineFilter } from '../../../kit/list/filter.js';
import { listArgs } from '../../../kit/list/list-args.js';
import { defineOrder } from '../../../kit/list/order.js';
import { MATCHED_STATES } from '../placement/placement.states.js';
import { JlptLevel } from './candidate.type.js';

/** Whether the viewer sees who was registered by this company as a candidate: a row of `person` is seen by others, too. */
export const isOwnCandidate = (registeredBy: RawBuilder<unknown>) =>
  sql`(${sql.raw(VIEWER_ROLE)} = 'ADMIN' or ${registeredBy} = ${sql.raw(VIEWER_COMPANY)})`;

/** A candidate is matched while a placement of theirs has an employer and has not ended. */
export const isMatched = (personPk: RawBuilder<unknown>) => sql`exists (
  select from people.placement pl where pl.person_pk = ${personPk} and pl.state = any(${MATCHED_STATES}))`;

export const candidateFilter = defineFilter('CandidateFilter', 'Which candidates. Everything given must hold.', {
  reference: by.key('reference', "By the person's reference."),
  registeredBy: by.key('registeredBy', 'By the slug of the organisation that registered them.'),
  jlpt: by.oneOf('JlptLevel', JlptLevel, 'jlpt', 'By JLPT level; for "N4 or higher" give in: [N4, N3, N2, N1].'),
  jftBasicOn: by.date('jftBasicOn', 'By the day on which JFT-Basic was passed; isNull: false for all who passed it.'),
  skillsTest: by.custom(
    KeyComparator,
    'By the code of a sector whose skills test they passed.',
    (_, comparators, path) => sql`exists (
      select from people.skills_test t where t.person_pk = r.pk and ${compare(sql`t.sector_code`, comparators, path)})`,
  ),
  matched: by.custom(
    BooleanComparator,
    'Whether a placement of theirs that the viewer sees has an employer and has not ended.',
    (_, comparators, path) => compare(isMatched(sql`r.pk`), comparators, path),
  ),
  nationality: by.key('nationality', 'By nationality, ISO 3166-1 alpha-2.'),
  synthetic: by.boolean('synthetic', 'Whether the sample generator made them up.'),
});

export const candidateOrder = defineOrder('CandidateOrder', {
  REFERENCE: { property: 'reference', type: 'text', description: "By the person's reference." },
});

@ArgsType()
export class CandidatesArgs extends listArgs(candidateFilter, candidateOrder) {}
