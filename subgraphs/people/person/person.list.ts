import { tableOf } from '../../../kit/database/table.js';
import { connectionOf } from '../../../kit/list/connection.js';
import type { ListDefinition } from '../../../kit/list/definition.js';
import { PersonEntity } from './person.entity.js';
import { personFilter, personOrder } from './person.input.js';
import { Person } from './person.type.js';

export const PersonConnection = connectionOf(Person, 'Person', 'people');

export const personList = {
  table: tableOf(PersonEntity),
  // A field that not everyone sees reads more of the row, so it is not in this table.
  reads: {
    id: ['reference'],
    name: ['familyName', 'givenName', 'nameNative'],
    offices: ['pk'],
    placements: ['pk'],
  },
  filter: personFilter,
  order: personOrder,
  defaultOrder: [{ field: 'REFERENCE', direction: 'ASC' }],
  connection: PersonConnection,
} satisfies ListDefinition<Person>;
