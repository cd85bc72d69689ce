import { sql } from 'kysely';
import { rowByKey, rowsByParent } from '../../../kit/database/loaders.js';
import type { Reader } from '../../../kit/database/reader.js';
import { tableOf } from '../../../kit/database/table.js';
import type { Where } from '../../../kit/list/definition.js';
import { anyOf } from '../../../kit/list/filter.js';
import { readList } from '../../../kit/list/list.js';
import type { Viewer } from '../../../kit/viewer.js';
import { belongsToCompany } from '../placement/placement.role.js';
import { OfficeEntity } from './person.entity.js';
import type { PeopleArgs } from './person.input.js';
import { personList } from './person.list.js';
import type { Office, Person } from './person.type.js';

const offices = tableOf(OfficeEntity);

/** The people that a viewer sees, repeated as a condition that indexes serve. The row policy decides, but it checks each row. */
function visibleTo({ role, company }: Viewer): Where | undefined {
  if (role === 'ADMIN') return undefined;
  const holders = sql`select person_pk from people.office`;
  if (role !== 'PARTNER') return { anyOf: [sql`r.pk = any(array(${holders}))`] };
  const registered = sql`select pk from people.person where registered_by = ${company}`;
  const placed = sql`select r.person_pk from people.placement r where ${anyOf(belongsToCompany(null)(sql`${company}`))}`;
  return { anyOf: [sql`r.pk in (${holders} union ${registered} union ${placed})`], plannedAnew: true };
}

export function personLoaders(reader: Reader, viewer: Viewer) {
  const list = { ...personList, where: visibleTo(viewer) };
  return {
    personByPk: rowByKey<Person>(reader, personList.table, 'pk'),
    personByReference: rowByKey<Person>(reader, personList.table, 'reference'),
    people: (args: PeopleArgs) => readList(reader, list, args),
    officesByPerson: rowsByParent<Office>(reader, offices, 'personPk', sql`r.pk`),
    officesByCompany: rowsByParent<Office>(reader, offices, 'companySlug', sql`r.pk`),
  };
}
