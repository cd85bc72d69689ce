import { sql } from 'kysely';
import { batched } from '../../../kit/database/loaders.js';
import type { Reader } from '../../../kit/database/reader.js';
import { callRounded } from '../../../kit/stats/rounded-stats.js';
import type { Viewer } from '../../../kit/viewer.js';
import { EMPLOYED_STATES } from '../placement/placement.states.js';
import { roundedPlacements } from '../placement-stats/placement-stats.rounded.js';

/** How many work in a sector, and whether the number is rounded. */
export interface Employed {
  readonly employed: number;
  readonly rounded: boolean;
}

export function sectorLoaders(reader: Reader, viewer: Viewer) {
  const isRounded = viewer.role !== 'ADMIN';
  return {
    /** Workers under SSW(i) in work now, by the sector's code. */
    employedBySector: batched<string, Employed>(async (codes) => {
      const rows = await reader.keptRows<{ code: string; employed: number }>(
        isRounded ? roundedCount(codes) : exactCount(codes),
      );
      const byCode = new Map(rows.map(({ code, employed }) => [code, employed]));
      return codes.map((code) => ({ employed: byCode.get(code) ?? 0, rounded: isRounded }));
    }),
  };
}

const exactCount = (codes: readonly string[]) => sql`
  select sector_code as code, count(*)::integer as employed from people.placement
  where sector_code = any(${codes}) and status_of_residence = 'SSW1' and state = any(${EMPLOYED_STATES})
  group by sector_code`;

const SSW1_OF_SECTOR = { parent: 'sector', dimensions: [], cells: { statusOfResidence: ['SSW1'] } };

const roundedCount = (codes: readonly string[]) => sql`
  select stats->>'parentKey' as code, (stats->>'employed')::integer as employed
  from ${callRounded(roundedPlacements.function, SSW1_OF_SECTOR, codes, false)}`;
