import { sql } from 'kysely';
import { loaderByArguments, rowsByParent } from '../../../kit/database/loaders.js';
import type { Reader } from '../../../kit/database/reader.js';
import { tableOf } from '../../../kit/database/table.js';
import { ListsByParent, readList } from '../../../kit/list/list.js';
import { RowOfList } from '../../../kit/list/row-of-list.js';
import type { Viewer } from '../../../kit/viewer.js';
import { PlacementEventEntity } from './placement.entity.js';
import type { RecordedEvent } from './placement.history.js';
import type { PlacementsArgs } from './placement.input.js';
import { belongsToPerson, belongsToSector, ownPlacements, placementList, placementsBy } from './placement.list.js';
import { belongsToCompany, type PlacementRole } from './placement.role.js';
import type { Placement } from './placement.type.js';

const events = tableOf(PlacementEventEntity);

export interface CompanyPlacementsArgs extends PlacementsArgs {
  role?: PlacementRole | null;
}

export function placementLoaders(reader: Reader, viewer: Viewer) {
  return {
    placementByReference: new RowOfList<Placement>(reader, placementList, 'reference'),
    placements: (args: PlacementsArgs) =>
      readList(reader, { ...placementList, where: ownPlacements(viewer, args) }, args),
    placementsByPerson: placementsBy(reader, belongsToPerson),
    placementsBySector: placementsBy(reader, belongsToSector),
    placementsByCompany: loaderByArguments(
      ({ role, ...args }: CompanyPlacementsArgs) =>
        new ListsByParent(reader, placementList, args as PlacementsArgs, belongsToCompany(role)),
    ),
    eventsByPlacement: rowsByParent<RecordedEvent>(reader, events, 'placementPk', sql`r.position`),
  };
}
