import { sql } from 'kysely';
import { rowByKey } from '../../../kit/database/loaders.js';
import type { Reader } from '../../../kit/database/reader.js';
import { tableOf } from '../../../kit/database/table.js';
import { ProgrammeEntity } from './programme.entity.js';
import type { Programme } from './programme.type.js';

const programmes = tableOf(ProgrammeEntity);

export function programmeLoaders(reader: Reader) {
  return {
    programmeByCode: rowByKey<Programme>(reader, programmes, 'code'),
    programmes: () =>
      reader.rows<Programme>(sql`select ${programmes.selection} from ${programmes.name} r order by r.pk`),
  };
}
