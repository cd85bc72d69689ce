import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Reader } from '../../../kit/database/reader.js';
import { EMPLOYED_STATES } from '../placement/placement.states.js';

export function sectorLoaders(reader: Reader) {
  return {
    /** Workers under SSW(i) in work now, by the sector's code. */
    employedBySector: new DataLoader<string, number>(async (codes) => {
      const rows = await reader.rows<{ code: string; employed: number }>(sql`
        select sector_code as code, count(*)::integer as employed from people.placement
        where sector_code = any(${codes}) and status_of_residence = 'SSW1' and state = any(${EMPLOYED_STATES})
        group by sector_code`);
      const byCode = new Map(rows.map(({ code, employed }) => [code, employed]));
      return codes.map((code) => byCode.get(code) ?? 0);
    }),
  };
}
