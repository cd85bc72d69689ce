import { sql } from 'kysely';
import { rowsByParent } from '../../../kit/database/loaders.js';
import type { Reader } from '../../../kit/database/reader.js';
import { tableOf } from '../../../kit/database/table.js';
import { CeilingEntity } from './ceiling.entity.js';
import type { Ceiling } from './ceiling.type.js';

const ceilings = tableOf(CeilingEntity);

export function ceilingLoaders(reader: Reader) {
  return {
    ceilingsBySector: rowsByParent<Ceiling>(reader, ceilings, 'sectorCode', sql`r.decided_on desc, r.pk`),
  };
}
