import { generateSample, type SampleOptions } from '../../../scripts/sample/generate-sample.js';
import type { SampleRow } from '../../../scripts/sample/sample-row.js';

/** The day on which the samples of these tests stand still. */
export const TODAY = '2026-11-23';

export const SMALL: SampleOptions = { placements: 2_000, seed: 1, today: TODAY };

export const KINDS = [
  'companies',
  'people',
  'events',
  'exhibits',
  'placements',
  'placement-events',
  'contracts',
] as const;

export type Sheets = Record<(typeof KINDS)[number], SampleRow[]>;

/** A whole sample in memory: by kind, in the order in which the kinds came. */
export async function sheetsOf(options: SampleOptions): Promise<Sheets> {
  const sheets: Record<string, SampleRow[]> = {};
  const sink = {
    async load(kind: string, records: Iterable<SampleRow>) {
      sheets[kind] = [...records];
    },
  };
  await generateSample(options, sink, () => undefined);
  return sheets as Sheets;
}

/** How many days lie between two ISO 8601 days. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
