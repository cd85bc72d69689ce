import type { Reader } from '../../kit/database/reader.js';
import type { RequestContext } from '../../kit/request.js';
import type { Viewer } from '../../kit/viewer.js';
import { contractLoaders } from './contract/contract.loaders.js';
import { contractStatsLoaders } from './contract-stats/contract-stats.loaders.js';
import { exhibitLoaders } from './exhibit/exhibit.loaders.js';
import { exhibitorStatsLoaders } from './exhibitor-stats/exhibitor-stats.loaders.js';
import { milestoneLoaders } from './milestone/milestone.loaders.js';
import { tradeEventLoaders } from './trade-event/trade-event.loaders.js';

/** What one request needs of `trade-events`. */
export interface TradeEventsContext {
  readonly viewer: Viewer;
  readonly loaders: ReturnType<typeof allLoaders>;
}

export function createContext(reader: Reader, { viewer }: RequestContext): TradeEventsContext {
  return { viewer, loaders: allLoaders(reader, viewer) };
}

function allLoaders(reader: Reader, viewer: Viewer) {
  return {
    ...tradeEventLoaders(reader),
    ...exhibitLoaders(reader),
    ...contractLoaders(reader, viewer),
    ...milestoneLoaders(reader),
    ...contractStatsLoaders(reader, viewer),
    ...exhibitorStatsLoaders(reader, viewer),
  };
}
