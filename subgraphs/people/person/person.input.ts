import { sql } from 'kysely';
import { ArgsType } from 'type-graphql';
import { VIEWER_COMPANY, VIEWER_ROLE } from '../../../kit/database/row-policies.js';
import { BooleanComparator, KeyComparator } from '../../../kit/list/comparators.js';
import { by, compare, defineFilter } from '../../../kit/list/filter.js';
import { listArgs } from '../../../kit/list/list-args.js';
import { defineOrder } from '../../../kit/list/order.js';

/** Whether the viewer sees more of the person than what a published source says. */
const isOwn = sql`(${sql.raw(VIEWER_ROLE)} = 'ADMIN' or r.registered_by = ${sql.raw(VIEWER_COMPANY)}
  or exists (select from people.placement p where p.person_pk = r.pk))`;

export const personFilter = defineFilter('PersonFilter', 'Which people. Everything given must hold.', {
  reference: by.key('reference', 'By reference.'),
  name: by.text(
    (table) =>
      sql`concat_ws(' ', ${table.column('givenName')}, ${table.column('familyName')}, ${table.column('nameNative')})`,
    'By name: given name, family name and native name, in this order.',
  ),
  nationality: by.custom(
    KeyComparator,
    'By nationality, ISO 3166-1 alpha-2, where the viewer sees it.',
    (table, comparators, path) => sql`(${isOwn} and ${compare(table.column('nationality'), comparators, path)})`,
  ),
  officeHolder: by.custom(
    BooleanComparator,
    'Whether a published source names an office of theirs.',
    (_, comparators, path) =>
      compare(sql`exists (select from people.office o where o.person_pk = r.pk)`, comparators, path),
  ),
  synthetic: by.boolean('synthetic', 'Whether the sample generator made them up.'),
});

export const personOrder = defineOrder('PersonOrder', {
  REFERENCE: { property: 'reference', type: 'text', description: 'By reference.' },
  FAMILY_NAME: { property: 'familyName', type: 'text', description: 'By family name.' },
});

@ArgsType()
export class PeopleArgs extends listArgs(personFilter, personOrder) {}
