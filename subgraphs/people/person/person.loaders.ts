import { sql } from 'kysely';
import { rowByKey, rowsByParent } from '../../../kit/database/loaders.js';
import type { Reader } from '../../../kit/database/reader.js';
import { tableOf } from '../../../kit/database/table.js';
import { connectionOf } from '../../../kit/list/connection.js';
import { type ListDefinition, readList } from '../../../kit/list/list.js';
import { OfficeEntity, PersonEntity } from './person.entity.js';
import { type PeopleArgs, personFilter, personOrder } from './person.input.js';
import { type Office, Person } from './person.type.js';

const people = tableOf(PersonEntity);
const offices = tableOf(OfficeEntity);

export const PersonConnection = connectionOf(Person, 'Person', 'people');

const personList: ListDefinition<Person> = {
  table: people,
  filter: personFilter,
  order: personOrder,
  defaultOrder: [{ field: 'REFERENCE', direction: 'ASC' }],
  connection: PersonConnection,
};

export function personLoaders(reader: Reader) {
  return {
    personByPk: rowByKey<Person>(reader, people, 'pk'),
    personByReference: rowByKey<Person>(reader, people, 'reference'),
    people: (args: PeopleArgs) => readList(reader, personList, args),
    officesByPerson: rowsByParent<Office>(reader, offices, 'personPk', sql`r.pk`),
    officesByCompany: rowsByParent<Office>(reader, offices, 'companySlug', sql`r.pk`),
  };
}
