import type { SeedStep } from '../../../kit/seed.js';
import { CeilingEntity } from '../ceiling/ceiling.entity.js';
import { ProgrammeEntity } from '../programme/programme.entity.js';
import { SectorEntity } from '../sector/sector.entity.js';
import { SourceEntity } from '../source/source.entity.js';
import { StatementEntity } from '../statement/statement.entity.js';
import { articleStatements } from './seed/article.js';
import { ceilingRows, ceilingStatements } from './seed/ceilings.js';
import { companyAndPersonStatements } from './seed/companies-and-people.js';
import { corroboratingStatements } from './seed/corroborating.js';
import { editionStatements } from './seed/event-editions.js';
import { fieldStatements } from './seed/field-facts.js';
import { programmeStatements } from './seed/programme-facts.js';
import { programmeRows, sectorRows } from './seed/sectors.js';
import { sourceRows } from './seed/sources.js';
import { statementRow } from './seed/statement-fact.js';

const statements = [
  ...ceilingStatements,
  ...articleStatements,
  ...corroboratingStatements,
  ...programmeStatements,
  ...fieldStatements,
  ...companyAndPersonStatements,
  ...editionStatements,
];

/** The published facts: statements after their sources, and whatever rests on statements after them. */
export const seed: SeedStep[] = [
  { name: 'programmes', insert: async (em) => void (await em.insertMany(ProgrammeEntity, programmeRows)) },
  { name: 'sources', insert: async (em) => void (await em.insertMany(SourceEntity, sourceRows)) },
  {
    name: 'statements',
    insert: async (em) => void (await em.insertMany(StatementEntity, statements.map(statementRow))),
  },
  { name: 'sectors', insert: async (em) => void (await em.insertMany(SectorEntity, sectorRows)) },
  { name: 'ceilings', insert: async (em) => void (await em.insertMany(CeilingEntity, ceilingRows)) },
];
