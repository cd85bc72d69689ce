import { type RawBuilder, sql } from 'kysely';
import { loaderByArguments } from '../../../kit/database/loaders.js';
import type { Reader } from '../../../kit/database/reader.js';
import { tableOf } from '../../../kit/database/table.js';
import { connectionOf } from '../../../kit/list/connection.js';
import { type ListDefinition, ListsByParent } from '../../../kit/list/list.js';
import { PlacementEntity } from './placement.entity.js';
import { type PlacementsArgs, placementFilter, placementOrder } from './placement.input.js';
import { Placement } from './placement.type.js';

export const PlacementConnection = connectionOf(Placement, 'Placement', 'placements');

export const placementList: ListDefinition<Placement> = {
  table: tableOf(PlacementEntity),
  reads: {
    id: ['reference'],
    person: ['personPk'],
    sector: ['sectorCode'],
    sendingCompany: ['sendingCompany'],
    acceptingCompany: ['acceptingCompany'],
    supportCompany: ['supportCompany'],
    events: ['pk'],
  },
  filter: placementFilter,
  order: placementOrder,
  defaultOrder: [{ field: 'STARTED_ON', direction: 'DESC' }],
  connection: PlacementConnection,
};

/** The same list under a parent. */
export function placementsBy(reader: Reader, belongs: (parent: RawBuilder<unknown>) => RawBuilder<unknown>) {
  return loaderByArguments((args: PlacementsArgs) => new ListsByParent(reader, placementList, args, belongs));
}

export const belongsToPerson = (pk: RawBuilder<unknown>) => sql`r.person_pk = ${pk}::integer`;
export const belongsToSector = (code: RawBuilder<unknown>) => sql`r.sector_code = ${code}`;
