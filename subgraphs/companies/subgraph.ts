import { namesOfConnection } from '../../kit/import/name-list.js';
import { defineSubgraph } from '../../kit/subgraph.js';
import { access } from './access.js';
import {
  AgreementEntity,
  AgreementPartyEntity,
  AgreementSectorEntity,
  AgreementSignatoryEntity,
} from './agreement/agreement.entity.js';
import { agreementReference } from './agreement/agreement.reference.js';
import { AgreementResolver } from './agreement/agreement.resolver.js';
import { CompanyEntity, CompanySectorEntity } from './company/company.entity.js';
import { companiesImport } from './company/company.import.js';
import { companyReference } from './company/company.reference.js';
import { CompanyResolver } from './company/company.resolver.js';
import { createContext } from './context.js';
import { Migration20261123000000 } from './database/migrations/Migration20261123000000.js';
import { seed } from './database/seed.js';
import { personReference } from './person/person.reference.js';
import { PersonResolver } from './person/person.resolver.js';
import { sectorReference } from './sector/sector.reference.js';
import { SectorResolver } from './sector/sector.resolver.js';
import { tradeEventReference } from './trade-event/trade-event.reference.js';
import { TradeEventResolver } from './trade-event/trade-event.resolver.js';
import { ViewerResolver } from './viewer/viewer.resolver.js';

export const companies = defineSubgraph({
  name: 'companies',
  port: 4001,
  probe: '{ companies(first: 1) { nodes { slug } } }',
  database: {
    entities: [
      CompanyEntity,
      CompanySectorEntity,
      AgreementEntity,
      AgreementPartyEntity,
      AgreementSignatoryEntity,
      AgreementSectorEntity,
    ],
    migrations: [{ name: 'Migration20261123000000', class: Migration20261123000000 }],
  },
  resolvers: [CompanyResolver, AgreementResolver, SectorResolver, PersonResolver, TradeEventResolver, ViewerResolver],
  references: [companyReference, agreementReference, sectorReference, personReference, tradeEventReference],
  access,
  sameForAll: true,
  imports: [companiesImport],
  names: { Company: namesOfConnection('companies', 'slug') },
  seed,
  createContext,
});
