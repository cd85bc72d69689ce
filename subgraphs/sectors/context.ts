import type { Reader } from '../../kit/database/reader.js';
import type { RequestContext } from '../../kit/request.js';
import type { Viewer } from '../../kit/viewer.js';
import { ceilingLoaders } from './ceiling/ceiling.loaders.js';
import { programmeLoaders } from './programme/programme.loaders.js';
import { sectorLoaders } from './sector/sector.loaders.js';
import { sourceLoaders } from './source/source.loaders.js';
import { statementLoaders } from './statement/statement.loaders.js';

/** What one request needs of `sectors`. */
export interface SectorsContext {
  readonly viewer: Viewer;
  readonly loaders: ReturnType<typeof loadersOf>;
}

export function createContext(reader: Reader, { viewer }: RequestContext): SectorsContext {
  return { viewer, loaders: loadersOf(reader) };
}

function loadersOf(reader: Reader) {
  return {
    ...sectorLoaders(reader),
    ...ceilingLoaders(reader),
    ...statementLoaders(reader),
    ...sourceLoaders(reader),
    ...programmeLoaders(reader),
  };
}
