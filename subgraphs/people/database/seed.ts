import type { SeedStep } from '../../../kit/seed.js';
import { insertOffices } from './seed/offices.js';

/** The only real people of the hub: holders of an office whom a published source names. */
export const seed: SeedStep[] = [
  { name: 'office-holders', kind: 'people', file: 'subgraphs/people/database/seed/office-holders.csv' },
  { name: 'offices', insert: insertOffices },
];
