import type { SeedStep } from '../../../kit/seed.js';

const folder = 'subgraphs/trade-events/database/seed';

/**
 * The events alone. The firms and contracts behind the reported "15 firms, over USD 600,000" are unnamed in public,
 * so that figure is a statement (subgraph `sectors`) and no row here stands for it.
 */
export const seed: readonly SeedStep[] = [
  {
    name: '2026-11-events',
    kind: 'events',
    file: `${folder}/events.csv`,
    marks: { confidence: 'REPORTED' },
  },
  {
    name: '2026-11-events-unverified',
    kind: 'events',
    file: `${folder}/events.unverified.csv`,
    marks: { confidence: 'UNVERIFIED' },
  },
];
