import type { Reader } from '../../kit/database/reader.js';
import type { RequestContext } from '../../kit/request.js';
import type { Viewer } from '../../kit/viewer.js';
import { candidateLoaders } from './candidate/candidate.loaders.js';
import { personLoaders } from './person/person.loaders.js';
import { PersonalData } from './person/person.personal-data.js';
import { relationByPerson } from './person/person.relation.js';
import { personReadLoaders } from './person-read/person-read.loaders.js';
import { placementLoaders } from './placement/placement.loaders.js';
import { PlacementStatsReader } from './placement-stats/placement-stats.reader.js';
import { sectorLoaders } from './sector/sector.loaders.js';

/** What one request needs of `people`. */
export interface PeopleContext {
  readonly viewer: Viewer;
  readonly loaders: ReturnType<typeof loaders>;
  readonly personalData: PersonalData;
  readonly stats: PlacementStatsReader;
  /** The day of the request in UTC, ISO 8601. */
  readonly today: string;
}

function loaders(reader: Reader, viewer: Viewer) {
  return {
    ...personLoaders(reader, viewer),
    ...personReadLoaders(reader),
    ...candidateLoaders(reader, viewer),
    ...placementLoaders(reader, viewer),
    ...sectorLoaders(reader, viewer),
  };
}

export function createContext(reader: Reader, request: RequestContext): PeopleContext {
  const { viewer } = request;
  return {
    viewer,
    loaders: loaders(reader, viewer),
    personalData: new PersonalData(reader, request, relationByPerson(reader, viewer)),
    stats: new PlacementStatsReader(reader, viewer),
    today: new Date().toISOString().slice(0, 10),
  };
}
