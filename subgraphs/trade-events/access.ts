import { openType, WITH_ROW } from '../../kit/access/rules.js';
import { contractAccess, contractsOpen } from './contract/contract.policy.js';
import { contractStatsAccess } from './contract-stats/contract-stats.policy.js';
import { exhibitorStatsAccess } from './exhibitor-stats/exhibitor-stats.policy.js';
import { milestoneAccess } from './milestone/milestone.policy.js';

const contractFields = { contracts: contractsOpen, contractStats: contractsOpen };

/** The access rules of `trade-events`. */
export const access = [
  openType('Query', {
    ...contractFields,
    contract: contractsOpen,
    exhibitorStats: contractsOpen,
    tradeEvent: WITH_ROW,
    tradeEvents: WITH_ROW,
  }),
  contractAccess,
  milestoneAccess,
  contractStatsAccess,
  exhibitorStatsAccess,
  openType('TradeEvent', contractFields),
  openType('Company', contractFields),
  openType('Sector', contractFields),
  openType('Exhibit'),
  openType('Money'),
];
