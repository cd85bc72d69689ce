import type { SeedStep } from '../../../kit/seed.js';
import { insertAgreements } from './seed/agreements.js';

/** Where each fact comes from stands in the statements of the subgraph `sectors`. */
export const seed: SeedStep[] = [
  { name: 'companies', kind: 'companies', file: 'subgraphs/companies/database/seed/companies.csv' },
  { name: 'agreements', insert: insertAgreements },
];
