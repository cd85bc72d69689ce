import { defineSubgraph } from '../../kit/subgraph.js';
import { access } from './access.js';
import { SkillsTestEntity } from './candidate/candidate.entity.js';
import { candidateReference } from './candidate/candidate.reference.js';
import { CandidateResolver, TestResultResolver } from './candidate/candidate.resolver.js';
import { companyReference } from './company/company.reference.js';
import { CompanyResolver } from './company/company.resolver.js';
import { createContext } from './context.js';
import { Migration20261123000000 } from './database/migrations/Migration20261123000000.js';
import { Migration20261125000000 } from './database/migrations/Migration20261125000000.js';
import { seed } from './database/seed.js';
import { OfficeResolver } from './person/office.resolver.js';
import { OfficeEntity, PersonEntity } from './person/person.entity.js';
import { peopleImport } from './person/person.import.js';
import { personReference } from './person/person.reference.js';
import { PersonResolver } from './person/person.resolver.js';
import { PersonReadEntity } from './person-read/person-read.entity.js';
import { PersonReadResolver } from './person-read/person-read.resolver.js';
import { PlacementEntity, PlacementEventEntity } from './placement/placement.entity.js';
import { placementsImport } from './placement/placement.import.js';
import { placementReference } from './placement/placement.reference.js';
import { PlacementResolver } from './placement/placement.resolver.js';
import { placementEventsImport } from './placement/placement-event.import.js';
import { PlacementStatsResolver, StageStatsResolver } from './placement-stats/placement-stats.resolver.js';
import { placementFunctions } from './placement-stats/placement-stats.rounded.js';
import { sectorReference } from './sector/sector.reference.js';
import { SectorResolver } from './sector/sector.resolver.js';

export const people = defineSubgraph({
  name: 'people',
  port: 4002,
  probe: '{ people(first: 1) { nodes { reference } } }',
  database: {
    entities: [PersonEntity, OfficeEntity, SkillsTestEntity, PlacementEntity, PlacementEventEntity, PersonReadEntity],
    migrations: [
      { name: 'Migration20261123000000', class: Migration20261123000000 },
      { name: 'Migration20261125000000', class: Migration20261125000000 },
    ],
    functions: placementFunctions,
  },
  resolvers: [
    PersonResolver,
    OfficeResolver,
    CandidateResolver,
    TestResultResolver,
    PlacementResolver,
    PlacementStatsResolver,
    StageStatsResolver,
    CompanyResolver,
    SectorResolver,
    PersonReadResolver,
  ],
  references: [personReference, candidateReference, placementReference, companyReference, sectorReference],
  access,
  imports: [peopleImport, placementsImport, placementEventsImport],
  seed,
  createContext,
});
