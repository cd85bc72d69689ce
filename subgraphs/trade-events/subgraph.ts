import { defineSubgraph } from '../../kit/subgraph.js';
import { access } from './access.js';
import { companyReference } from './company/company.reference.js';
import { CompanyResolver } from './company/company.resolver.js';
import { createContext } from './context.js';
import { ContractEntity } from './contract/contract.entity.js';
import { contractsImport } from './contract/contract.import.js';
import { contractReference } from './contract/contract.reference.js';
import { ContractResolver } from './contract/contract.resolver.js';
import { ContractStatsResolver } from './contract-stats/contract-stats.resolver.js';
import { contractFunctions } from './contract-stats/contract-stats.rounded.js';
import { Migration20261123000000 } from './database/migrations/Migration20261123000000.js';
import { Migration20261125000000 } from './database/migrations/Migration20261125000000.js';
import { seed } from './database/seed.js';
import { ExhibitEntity } from './exhibit/exhibit.entity.js';
import { exhibitsImport } from './exhibit/exhibit.import.js';
import { exhibitReference } from './exhibit/exhibit.reference.js';
import { ExhibitResolver } from './exhibit/exhibit.resolver.js';
import { ExhibitorStatsResolver } from './exhibitor-stats/exhibitor-stats.resolver.js';
import { MilestoneEntity } from './milestone/milestone.entity.js';
import { milestoneReference } from './milestone/milestone.reference.js';
import { MilestoneResolver } from './milestone/milestone.resolver.js';
import { sectorReference } from './sector/sector.reference.js';
import { SectorResolver } from './sector/sector.resolver.js';
import { TradeEventEntity } from './trade-event/trade-event.entity.js';
import { tradeEventsImport } from './trade-event/trade-event.import.js';
import { tradeEventReference } from './trade-event/trade-event.reference.js';
import { TradeEventResolver } from './trade-event/trade-event.resolver.js';

export const tradeEvents = defineSubgraph({
  name: 'trade-events',
  port: 4004,
  probe: '{ tradeEvents(first: 1) { nodes { slug } } }',
  database: {
    entities: [TradeEventEntity, ExhibitEntity, ContractEntity, MilestoneEntity],
    migrations: [
      { name: 'Migration20261123000000', class: Migration20261123000000 },
      { name: 'Migration20261125000000', class: Migration20261125000000 },
    ],
    functions: contractFunctions,
  },
  resolvers: [
    TradeEventResolver,
    ExhibitResolver,
    ContractResolver,
    MilestoneResolver,
    ContractStatsResolver,
    ExhibitorStatsResolver,
    CompanyResolver,
    SectorResolver,
  ],
  references: [
    tradeEventReference,
    exhibitReference,
    contractReference,
    milestoneReference,
    companyReference,
    sectorReference,
  ],
  access,
  imports: [tradeEventsImport, exhibitsImport, contractsImport],
  seed,
  createContext,
});
