import { sql } from 'kysely';
import { rowByKey } from '../../../kit/database/loaders.js';
import type { Reader } from '../../../kit/database/reader.js';
import { tableOf } from '../../../kit/database/table.js';
import { SectorEntity } from './sector.entity.js';
import { type SectorsArgs, sectorFilter } from './sector.input.js';
import type { Sector } from './sector.type.js';

const sectors = tableOf(SectorEntity);

export function sectorLoaders(reader: Reader) {
  return {
    sectorByCode: rowByKey<Sector>(reader, sectors, 'code'),
    sectors: ({ filter }: SectorsArgs) =>
      reader.rows<Sector>(sql`
        select ${sectors.selection} from ${sectors.name} r
        where ${sectorFilter.condition(sectors, filter)} order by r.position`),
  };
}
