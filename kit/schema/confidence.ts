import { defineEnum, type EnumValue } from './enum.js';

/** How sure the hub is of a fact: one enum for every subgraph that keeps it, so that the composed schema has it once. */
export const Confidence = defineEnum('Confidence', 'How sure the hub is of a fact.', {
  VERIFIED: 'A primary or official source states it.',
  REPORTED: 'A named secondary source reports it, for example a newspaper or the spreadsheet of a government office.',
  INFERRED: 'The hub concluded it from other statements. Nobody published it.',
  UNVERIFIED: 'The hub has found no source that settles it.',
});
export type Confidence = EnumValue<typeof Confidence>;
