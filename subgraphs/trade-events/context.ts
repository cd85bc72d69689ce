import type { Reader } from '../../kit/database/reader.js';
import { contractLoaders } from './contract/contract.loaders.js';
import { contractStatsLoaders } from './contract-stats/contract-stats.loaders.js';
import { exhibitLoaders } from './exhibit/exhibit.loaders.js';
import { exhibitorStatsLoaders } from './exhibitor-stats/exhibitor-stats.loaders.js';
import { milestoneLoaders } from './milestone/milestone.loaders.js';
import { tradeEventLoaders } from './trade-event/trade-event.loaders.js';

/** What one request needs of `trade-events`. */
export interface TradeEventsContext {
  readonly loaders: ReturnType<typeof allLoaders>;
}

export function createContext(reader: Reader): TradeEventsContext {
  return { loaders: allLoaders(reader) };
}

function allLoaders(reader: Reader) {
  return {
    ...tradeEventLoaders(reader),
    ...exhibitLoaders(reader),
    ...contractLoaders(reader),
    ...milestoneLoaders(reader),
    ...contractStatsLoaders(reader),
    ...exhibitorStatsLoaders(reader),
  };
}
