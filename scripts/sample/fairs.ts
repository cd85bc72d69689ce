import type { Calendar } from './calendar.js';
import { softwareSlug } from './firms.js';
import { type Random, stream } from './random.js';
import { numbered } from './references.js';
import type { SampleRow } from './sample-row.js';

/** One edition of a made-up fair. */
export interface Edition {
  readonly slug: string;
  readonly name: string;
  readonly nameJa: string;
  readonly startsOn: number;
  readonly endsOn: number;
  readonly hall: string;
  /** The ranks of the software houses that exhibit, in order. */
  readonly exhibitors: readonly number[];
}

/** Slug, name, 日本語, the month and the day on which it begins. */
const SERIES = [
  ['sample-expo', 'Sample Expo', 'サンプル博', '05', '14'],
  ['sample-cloud-expo', 'Sample Cloud Expo', 'サンプルクラウド博', '10', '08'],
  ['sample-ai-expo', 'Sample AI Expo', 'サンプルAI博', '03', '11'],
  ['sample-security-expo', 'Sample Security Expo', 'サンプルセキュリティ博', '06', '18'],
  ['sample-embedded-expo', 'Sample Embedded Expo', 'サンプル組込み博', '11', '19'],
  ['sample-data-expo', 'Sample Data Expo', 'サンプルデータ博', '02', '05'],
  ['sample-mobility-expo', 'Sample Mobility Expo', 'サンプルモビリティ博', '09', '10'],
  ['sample-health-expo', 'Sample Health Expo', 'サンプルヘルスケア博', '07', '16'],
  ['sample-finance-expo', 'Sample Finance Expo', 'サンプル金融博', '04', '02'],
  ['sample-startup-expo', 'Sample Startup Expo', 'サンプル起業博', '01', '22'],
] as const;

const EDITIONS_A_SERIES = 4;
const FEWEST_EXHIBITORS = 3;
/** The last edition is so many days past that something can have come of it. */
const PAST_DAYS = 30;

/** Yearly fairs in Japan, four editions each: one series in a small sample, all ten in a large one. */
export class Fairs {
  readonly editions: readonly Edition[];
  readonly #seriesCount: number;

  constructor(calendar: Calendar, seed: number, placements: number, softwareCount: number) {
    const wanted = EDITIONS_A_SERIES * (placements / 2_000) ** 0.48;
    this.#seriesCount = Math.min(SERIES.length, Math.max(1, Math.round(wanted / EDITIONS_A_SERIES)));
    const random = stream(seed, 'fairs')(0);
    this.editions = SERIES.slice(0, this.#seriesCount).flatMap((series) =>
      editionsOf(calendar, series).map((edition) => ({ ...edition, exhibitors: exhibitors(random, softwareCount) })),
    );
  }

  /** An edition: of an older series more often. */
  someEdition(random: Random): Edition {
    const series = random.zipf(this.#seriesCount) - 1;
    return this.editions[series * EDITIONS_A_SERIES + random.int(0, EDITIONS_A_SERIES - 1)] as Edition;
  }
}

function editionsOf(calendar: Calendar, [slug, name, nameJa, month, day]: (typeof SERIES)[number]) {
  const thisYear = calendar.year(calendar.today);
  const isPast = calendar.day(`${thisYear}-${month}-${day}`) <= calendar.today - PAST_DAYS;
  const lastYear = isPast ? thisYear : thisYear - 1;
  return Array.from({ length: EDITIONS_A_SERIES }, (_, at) => {
    const year = lastYear - (EDITIONS_A_SERIES - 1) + at;
    const startsOn = calendar.day(`${year}-${month}-${day}`);
    return {
      slug: `${slug}-${year}`,
      name: `${name} ${year}`,
      nameJa: `${nameJa}${year}`,
      startsOn,
      endsOn: startsOn + 2,
      hall: `Sample Hall ${month}`,
    };
  });
}

/** The large firms come nearly every time, the small ones now and then. */
function exhibitors(random: Random, softwareCount: number): number[] {
  const ranks = Array.from({ length: softwareCount }, (_, at) => at + 1);
  return ranks.filter((rank) => random.chance(0.9 - (0.6 * rank) / softwareCount) || rank <= FEWEST_EXHIBITORS);
}

/** The sheet of events. */
export function* eventRows({ editions }: Fairs, calendar: Calendar): Generator<SampleRow> {
  for (const { slug, name, nameJa, startsOn, endsOn, hall } of editions) {
    yield {
      slug,
      name_en: name,
      name_ja: nameJa,
      kind: 'TRADE_FAIR',
      starts_on: calendar.text(startsOn),
      ends_on: calendar.text(endsOn),
      venue: hall,
      city: 'Tokyo',
      country: 'JP',
      organiser: 'Sample Fairs Association',
    };
  }
}

/** The sheet of exhibits. */
export function* exhibitRows({ editions }: Fairs): Generator<SampleRow> {
  for (const { slug, exhibitors } of editions) {
    for (const [at, rank] of exhibitors.entries()) {
      yield {
        event: slug,
        company: softwareSlug(rank),
        booth: `S${1 + Math.floor(at / 20)}-${numbered(1 + (at % 20), 2)}`,
      };
    }
  }
}
