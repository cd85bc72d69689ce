import type { SeedStep } from '../../../kit/seed.js';

export const seed: SeedStep[] = [];
