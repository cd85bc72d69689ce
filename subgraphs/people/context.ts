import type { Reader } from '../../kit/database/reader.js';
import { candidateLoaders } from './candidate/candidate.loaders.js';
import { personLoaders } from './person/person.loaders.js';
import { placementLoaders } from './placement/placement.loaders.js';
import { PlacementStatsReader } from './placement-stats/placement-stats.reader.js';
import { sectorLoaders } from './sector/sector.loaders.js';

/** What one request needs of `people`. */
export interface PeopleContext {
  readonly loaders: ReturnType<typeof loaders>;
  readonly stats: PlacementStatsReader;
  /** The day of the request in UTC, ISO 8601. */
  readonly today: string;
}

function loaders(reader: Reader) {
  return {
    ...personLoaders(reader),
    ...candidateLoaders(reader),
    ...placementLoaders(reader),
    ...sectorLoaders(reader),
  };
}

export function createContext(reader: Reader): PeopleContext {
  return {
    loaders: loaders(reader),
    stats: new PlacementStatsReader(reader),
    today: new Date().toISOString().slice(0, 10),
  };
}
