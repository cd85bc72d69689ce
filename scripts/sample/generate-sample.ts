import { companyRows } from './company-rows.js';
import { contractRows } from './contract-rows.js';
import { eventRows, exhibitRows, Fairs } from './fairs.js';
import { personRows } from './person-rows.js';
import { placementEventRows } from './placement-event-rows.js';
import { placementRows } from './placement-rows.js';
import type { SampleRow } from './sample-row.js';
import { type SampleOptions, World } from './world.js';

export type { SampleOptions };

/** Where the rows go: a sheet at a time, each to be read once and to its end before the next. */
export interface SampleSink {
  load(kind: string, records: Iterable<SampleRow>): Promise<void>;
}

const PROGRESS_ROWS = 100_000;

/**
 * Makes up people, companies, placements with their histories, fairs and contracts, in the order in which they refer to each other.
 * Rows are made while they are read, from the seed and their index, so that a sample of any size takes the same memory.
 * Every sample has the same keys: rows of another one must be gone before, since no legal path leads from their states to these.
 * @throws RangeError if `today` is no ISO 8601 date
 */
export async function generateSample(
  options: SampleOptions,
  sink: SampleSink,
  progress: (line: string) => void,
): Promise<void> {
  const world = new World(options);
  const fairs = new Fairs(world.calendar, world.seed, world.placements, world.firms.softwareCount);
  const sheets: readonly (readonly [string, Iterable<SampleRow>])[] = [
    ['companies', companyRows(world.firms)],
    ['people', personRows(world)],
    ['events', eventRows(fairs, world.calendar)],
    ['exhibits', exhibitRows(fairs)],
    ['placements', placementRows(world)],
    ['placement-events', placementEventRows(world)],
    ['contracts', contractRows(world, fairs)],
  ];
  for (const [kind, rows] of sheets) await sink.load(kind, counted(kind, rows, progress));
}

/** The same rows; tells how many have gone by, from time to time and at the end. */
function* counted(kind: string, rows: Iterable<SampleRow>, progress: (line: string) => void): Generator<SampleRow> {
  const tell = () => progress(`sample: ${kind}: ${count.toLocaleString('en')} rows`);
  let count = 0;
  for (const row of rows) {
    yield row;
    count += 1;
    if (count % PROGRESS_ROWS === 0) tell();
  }
  if (count === 0 || count % PROGRESS_ROWS > 0) tell();
}
