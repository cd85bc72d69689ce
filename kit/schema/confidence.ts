import { defineEnum, type EnumValue } from './enum.js';

/** How sure the hub is of a fact: one enum for every subgraph that keeps it, so that the composed schema has it once. */
export const Confidence = defineEnum('Confidence', 'How sure the hub is of a fact.', {
  VERIFIED: 'It stands in a primary or official source.',
  REPORTED: 'A named secondary source, such as a newspaper or the sheet of an office, reports it.',
  INFERRED: 'The hub concluded it from other statements; nobody published it.',
  UNVERIFIED: 'The hub has not found a source that settles it.',
});
export type Confidence = EnumValue<typeof Confidence>;
