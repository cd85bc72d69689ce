import { sql } from 'kysely';
import { loaderByArguments } from '../../../kit/database/loaders.js';
import type { Reader } from '../../../kit/database/reader.js';
import { tableOf } from '../../../kit/database/table.js';
import { connectionOf } from '../../../kit/list/connection.js';
import type { BelongsTo, ListDefinition } from '../../../kit/list/definition.js';
import { ListsByParent } from '../../../kit/list/list.js';
import type { Viewer } from '../../../kit/viewer.js';
import { personList } from '../person/person.list.js';
import { PlacementEntity } from './placement.entity.js';
import { type PlacementsArgs, placementFilter, placementOrder } from './placement.input.js';
import { belongsToCompany, pinsCompany } from './placement.role.js';
import { Placement } from './placement.type.js';

export const PlacementConnection = connectionOf(Placement, 'Placement', 'placements');

export const placementList: ListDefinition<Placement> = {
  table: tableOf(PlacementEntity),
  reads: {
    id: ['reference'],
    sector: ['sectorCode'],
    sendingCompany: ['sendingCompany'],
    acceptingCompany: ['acceptingCompany'],
    supportCompany: ['supportCompany'],
    events: ['pk'],
  },
  along: { person: { ...personList, by: 'personPk' } },
  filter: placementFilter,
  order: placementOrder,
  defaultOrder: [{ field: 'STARTED_ON', direction: 'DESC' }],
  connection: PlacementConnection,
};

/**
 * The placements that a partner sees, repeated as conditions that indexes serve. The row policy decides, but it checks each row.
 * They are not needed if the filter already selects the partner's company.
 */
export function ownPlacements(
  { role, company }: Viewer,
  { filter }: PlacementsArgs,
): ListDefinition<Placement>['where'] {
  if (role !== 'PARTNER' || pinsCompany(filter, company)) return undefined;
  return { anyOf: belongsToCompany(null)(sql`${company}`) };
}

/** The same list under a parent. */
export function placementsBy(reader: Reader, belongs: BelongsTo) {
  return loaderByArguments((args: PlacementsArgs) => new ListsByParent(reader, placementList, args, belongs));
}

export const belongsToPerson: BelongsTo = (pk) => [sql`r.person_pk = ${pk}::integer`];
export const belongsToSector: BelongsTo = (code) => [sql`r.sector_code = ${code}`];
