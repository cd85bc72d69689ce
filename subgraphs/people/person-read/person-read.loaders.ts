import { sql } from 'kysely';
import { loaderByArguments } from '../../../kit/database/loaders.js';
import type { Reader } from '../../../kit/database/reader.js';
import { tableOf } from '../../../kit/database/table.js';
import { connectionOf } from '../../../kit/list/connection.js';
import type { ListDefinition } from '../../../kit/list/definition.js';
import { ListsByParent } from '../../../kit/list/list.js';
import { PersonReadEntity } from './person-read.entity.js';
import { type PersonReadsArgs, personReadFilter, personReadOrder } from './person-read.input.js';
import { PersonRead } from './person-read.type.js';

export const PersonReadConnection = connectionOf(PersonRead, 'PersonRead', 'reads of personal data');

const personReadList: ListDefinition<PersonRead> = {
  table: tableOf(PersonReadEntity),
  filter: personReadFilter,
  order: personReadOrder,
  defaultOrder: [{ field: 'READ_AT', direction: 'DESC' }],
  connection: PersonReadConnection,
};

export function personReadLoaders(reader: Reader) {
  return {
    readsByPerson: loaderByArguments(
      (args: PersonReadsArgs) =>
        new ListsByParent(reader, personReadList, args, (pk) => [sql`r.person_pk = ${pk}::integer`]),
    ),
  };
}
