import { namesOfList } from '../../kit/import/name-list.js';
import { defineSubgraph } from '../../kit/subgraph.js';
import { access } from './access.js';
import { agreementReference } from './agreement/agreement.reference.js';
import { AgreementResolver } from './agreement/agreement.resolver.js';
import { CeilingEntity } from './ceiling/ceiling.entity.js';
import { CeilingResolver } from './ceiling/ceiling.resolver.js';
import { companyReference } from './company/company.reference.js';
import { CompanyResolver } from './company/company.resolver.js';
import { createContext } from './context.js';
import { Migration20261123000000 } from './database/migrations/Migration20261123000000.js';
import { seed } from './database/seed.js';
import { personReference } from './person/person.reference.js';
import { PersonResolver } from './person/person.resolver.js';
import { ProgrammeEntity } from './programme/programme.entity.js';
import { programmeReference } from './programme/programme.reference.js';
import { ProgrammeResolver } from './programme/programme.resolver.js';
import { SectorEntity } from './sector/sector.entity.js';
import { sectorReference } from './sector/sector.reference.js';
import { SectorIntakeResolver, SectorResolver } from './sector/sector.resolver.js';
import { SourceEntity } from './source/source.entity.js';
import { sourceReference } from './source/source.reference.js';
import { SourceResolver } from './source/source.resolver.js';
import { StatementEntity } from './statement/statement.entity.js';
import { statementReference } from './statement/statement.reference.js';
import { StatementResolver } from './statement/statement.resolver.js';
import { tradeEventReference } from './trade-event/trade-event.reference.js';
import { TradeEventResolver } from './trade-event/trade-event.resolver.js';

export const sectors = defineSubgraph({
  name: 'sectors',
  port: 4003,
  probe: '{ programmes { code } }',
  database: {
    entities: [SourceEntity, StatementEntity, SectorEntity, CeilingEntity, ProgrammeEntity],
    migrations: [{ name: 'Migration20261123000000', class: Migration20261123000000 }],
  },
  resolvers: [
    SectorResolver,
    SectorIntakeResolver,
    CeilingResolver,
    StatementResolver,
    SourceResolver,
    ProgrammeResolver,
    CompanyResolver,
    TradeEventResolver,
    AgreementResolver,
    PersonResolver,
  ],
  references: [
    sectorReference,
    statementReference,
    sourceReference,
    programmeReference,
    companyReference,
    tradeEventReference,
    agreementReference,
    personReference,
  ],
  access,
  sameForAll: true,
  imports: [],
  names: { Sector: namesOfList('sectors', 'code') },
  seed,
  createContext,
});
