import { Calendar } from './calendar.js';
import { Firms } from './firms.js';
import { type Stream, stream } from './random.js';

/** What a run is made from. The same options give the same rows, byte for byte. */
export interface SampleOptions {
  readonly placements: number;
  readonly seed: number;
  /** The day on which the sample stands still, in ISO 8601: nothing in it happened later. */
  readonly today: string;
}

/** Certificates for food service have not been applied for since this day, by a suspension of the Immigration Services Agency. */
const FOOD_SERVICE_SUSPENDED_FROM = '2026-04-13';
const MIN_CONTRACTS = 60;
const MAX_CONTRACTS = 100_000;
const PLACEMENTS_PER_CONTRACT = 20;
const PEOPLE_PER_PLACEMENT = 1.15;

/** What every sheet of a sample is made from; of the sheets themselves nothing is kept. */
export class World {
  readonly placements: number;
  readonly people: number;
  readonly contracts: number;
  readonly seed: number;
  readonly calendar: Calendar;
  readonly foodServiceSuspendedFrom: number;
  readonly firms: Firms;
  readonly placementStream: Stream;
  readonly personStream: Stream;

  constructor({ placements, seed, today }: SampleOptions) {
    this.placements = placements;
    this.seed = seed;
    this.people = Math.round(placements * PEOPLE_PER_PLACEMENT);
    this.contracts = Math.min(MAX_CONTRACTS, Math.max(MIN_CONTRACTS, Math.round(placements / PLACEMENTS_PER_CONTRACT)));
    this.calendar = new Calendar(today);
    this.foodServiceSuspendedFrom = this.calendar.day(FOOD_SERVICE_SUSPENDED_FROM);
    this.firms = new Firms(seed, placements, this.contracts);
    this.placementStream = stream(seed, 'placement');
    this.personStream = stream(seed, 'person');
  }
}
