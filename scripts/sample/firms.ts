import { buyerPrefecture, employerPrefecture, PAKISTANI_CITIES, type Prefecture } from './places.js';
import { type Random, type Stream, stream } from './random.js';
import { numbered } from './references.js';
import { SECTORS, type SectorProfile, sectorByWeight, shareBySector } from './sector-profiles.js';

/** A made-up company in Japan: an employer or a buyer. */
export interface JapaneseFirm {
  readonly slug: string;
  readonly sector: SectorProfile;
  readonly prefecture: Prefecture;
}

/** A made-up company that takes workers. */
export interface Employer extends JapaneseFirm {
  /** The support organisation that it has hired; the empty text where it supports its workers itself. */
  readonly support: string;
  /** What it pays, beside what is usual. */
  readonly pay: number;
  /** Workers soon leave it. */
  readonly leaky: boolean;
}

const RANKS_PER_SECTOR = 1_000_000;
const LEAKY_RANK = 3;
const LEAKY_SECTORS = new Set(['nursing-care', 'food-manufacturing', 'construction']);
const MIN_EMPLOYERS = 30;
const PLACEMENTS_PER_EMPLOYER = 40;
const CITY_COUNT = PAKISTANI_CITIES.length;

/**
 * The companies of a sample. None is kept: whatever is asked about one is derived from its kind and rank, and rank 1 is the
 * largest. All keys begin with `sample-`, which no company of the facts does.
 */
export class Firms {
  readonly sendingCount: number;
  readonly supportCount: number;
  readonly softwareCount: number;
  readonly buyerCount: number;
  readonly employerCounts: readonly number[];
  readonly #employers: Stream;
  readonly #buyers: Stream;

  constructor(seed: number, placements: number, contracts: number) {
    this.sendingCount = clamp(2 * placements ** 0.25, 8, 60);
    this.supportCount = clamp(placements ** 0.3, 6, 60);
    this.softwareCount = clamp(2 * contracts ** 0.5, 16, 400);
    this.buyerCount = clamp(contracts / 4, 20, 5_000);
    this.employerCounts = shareBySector(Math.max(MIN_EMPLOYERS, placements / PLACEMENTS_PER_EMPLOYER));
    this.#employers = stream(seed, 'employer');
    this.#buyers = stream(seed, 'buyer');
  }

  /** An employer of a sector: the larger, the likelier. */
  someEmployer(random: Random, sector: SectorProfile): Employer {
    return this.employer(sector, random.zipf(this.employerCounts[sector.index] as number));
  }

  employer(sector: SectorProfile, rank: number): Employer {
    const random = this.#employers(sector.index * RANKS_PER_SECTOR + rank);
    return {
      slug: `sample-${sector.code}-${numbered(rank, 4)}`,
      sector,
      prefecture: employerPrefecture(random, sector.rural),
      support: random.chance(0.7) ? supportSlug(random.zipf(this.supportCount)) : '',
      pay: 0.94 + 0.16 * random.next(),
      leaky: rank === LEAKY_RANK ? LEAKY_SECTORS.has(sector.code) : rank > LEAKY_RANK && random.chance(0.05),
    };
  }

  buyer(rank: number): JapaneseFirm {
    const random = this.#buyers(rank);
    return { slug: buyerSlug(rank), sector: sectorByWeight.pick(random), prefecture: buyerPrefecture(random) };
  }

  /** A buyer of software: half of them are known as employers, too. */
  someBuyer(random: Random): JapaneseFirm {
    if (random.chance(0.5)) return this.buyer(random.zipf(this.buyerCount));
    return this.someEmployer(random, random.chance(0.3) ? IT : sectorByWeight.pick(random));
  }
}

/** The sector whose people are no Specified Skilled Workers. */
export const IT = SECTORS.find(({ code }) => code === 'it') as SectorProfile;

export const sendingSlug = (rank: number) => `sample-sending-${numbered(rank, 3)}`;
export const supportSlug = (rank: number) => `sample-support-${numbered(rank, 3)}`;
/** A software house of Pakistan, which exhibits. */
export const softwareSlug = (rank: number) => `sample-software-${numbered(rank, 3)}`;
const buyerSlug = (rank: number) => `sample-buyer-${numbered(rank, 4)}`;

/** The city of Pakistan that a firm is named after. */
export function cityOf(rank: number): (typeof PAKISTANI_CITIES)[number] {
  return PAKISTANI_CITIES[(rank - 1) % CITY_COUNT] as (typeof PAKISTANI_CITIES)[number];
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, Math.round(value)));
}
