import { sql } from 'kysely';
import { ArgsType } from 'type-graphql';
import { VIEWER_COMPANY, VIEWER_ROLE } from '../../../kit/database/row-policies.js';
import { BooleanComparator, KeyComparator } from '../../../kit/list/comparators.js';
import { by, compare, defineFilter } from '../../../kit/list/filter.js';
import { listArgs } from '../../../kit/list/list-args.js';
import { defineOrder } from '../../../kit/list/order.js';

/** Whether the viewer may see more of the person than a published source says. */
const isOwn = sql`(${sql.raw(VIEWER_ROLE)} = 'ADMIN' or r.registered_by = ${sql.raw(VIEWER_COMPANY)}
  or exists (select from people.placement p where p.person_pk = r.pk))`;

export const personFilter = defineFilter(
  'PersonFilter',
  'Selects people. A person must match every field that you set.',
  {
    reference: by.key('reference', 'By reference, the readable key.'),
    name: by.text(
      (table) =>
        sql`concat_ws(' ', ${table.column('givenName')}, ${table.column('familyName')}, ${table.column('nameNative')})`,
      'By name. The text that is compared has the given name, the family name and the native name, in this order.',
    ),
    nationality: by.custom(
      KeyComparator,
      'By nationality, as an ISO 3166-1 alpha-2 country code: for example "PK". People whose nationality you may not see do not match.',
      (table, comparators, path) => sql`(${isOwn} and ${compare(table.column('nationality'), comparators, path)})`,
    ),
    officeHolder: by.custom(
      BooleanComparator,
      '`true` for people whom a published source names as the holder of an office.',
      (_, comparators, path) =>
        compare(sql`exists (select from people.office o where o.person_pk = r.pk)`, comparators, path),
    ),
    synthetic: by.boolean('synthetic', '`true` for people whom the sample generator made up, `false` for real ones.'),
  },
);

export const personOrder = defineOrder('PersonOrder', {
  REFERENCE: { property: 'reference', type: 'text', description: 'By reference, the readable key.' },
  FAMILY_NAME: { property: 'familyName', type: 'text', description: 'By family name.' },
});

@ArgsType()
export class PeopleArgs extends listArgs(personFilter, personOrder) {}
