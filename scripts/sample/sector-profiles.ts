import { Weighted } from './weighted.js';

/** What the sample makes of a sector. */
export interface SectorProfile {
  /** Its place in the list. */
  readonly index: number;
  readonly code: string;
  /** How much of the sample it gets: its ceiling for fiscal years 2024 to 2028, or a guess where it has none. */
  readonly weight: number;
  /** What its made-up employers are called. */
  readonly en: string;
  readonly ja: string;
  /** ISCO-08. */
  readonly occupations: readonly string[];
  /** Usual monthly salary, thousands of yen. */
  readonly salary: readonly [number, number];
  readonly ssw2: boolean;
  readonly rural: boolean;
  /** How long its stages take, beside the average. */
  readonly pace: number;
}

type Row = readonly [string, number, string, string, string, number, number, pace: number, marks?: string];

const ROWS: readonly Row[] = [
  ['industrial-products', 173_300, 'Works', '製作所', '7223 8142 7212', 185, 245, 1, 'ssw2'],
  ['food-manufacturing', 139_000, 'Foods', '食品', '8160 7511 7512', 175, 225, 0.9, 'ssw2'],
  ['nursing-care', 135_000, 'Care', '介護', '5321 5322', 190, 250, 1.3],
  ['construction', 80_000, 'Construction', '建設', '7112 7114 9313', 200, 275, 1.1, 'ssw2'],
  ['agriculture', 78_000, 'Farm', '農園', '6111 6121 9211', 170, 215, 0.9, 'ssw2 rural'],
  ['food-service', 53_000, 'Dining', '外食', '5120 5131 9411', 180, 235, 1, 'ssw2'],
  ['it', 45_000, 'Digital', '情報技術', '2512 2513 2514 2522', 260, 450, 0.8],
  ['building-cleaning', 37_000, 'Clean', 'クリーニング', '9112', 170, 215, 1, 'ssw2'],
  ['shipbuilding', 36_000, 'Shipyard', '造船', '7212 7213 7214', 190, 260, 1.1, 'ssw2'],
  ['automobile-transport', 24_500, 'Transport', '運送', '8332 8331 8322', 215, 290, 1.4],
  ['accommodation', 23_000, 'Inn', '宿泊', '4224 5151 9112', 175, 225, 1, 'ssw2'],
  ['fishery', 17_000, 'Fishery', '漁業', '6221 6222 6223', 175, 240, 1.1, 'ssw2 rural'],
  ['automobile-repair', 10_000, 'Auto Service', '自動車整備', '7231', 195, 260, 1.1, 'ssw2'],
  ['wood-products', 5_000, 'Timber', '木材', '8172 7523 7521', 180, 225, 1],
  ['aviation', 4_400, 'Aviation', '航空', '7232 9333', 200, 270, 1.2, 'ssw2'],
  ['railway', 3_800, 'Railway', '鉄道', '8312 8311 5112', 195, 260, 1.3],
  ['forestry', 1_000, 'Forestry', '林業', '6210 9215', 185, 230, 1, 'rural'],
];

/** The sectors of the hub, the largest first. */
export const SECTORS: readonly SectorProfile[] = ROWS.map(
  ([code, weight, en, ja, occupations, least, most, pace, marks = ''], index) => ({
    index,
    code,
    weight,
    en,
    ja,
    occupations: occupations.split(' '),
    salary: [least, most],
    ssw2: marks.includes('ssw2'),
    rural: marks.includes('rural'),
    pace,
  }),
);

export const sectorByWeight = new Weighted(SECTORS.map((sector) => [sector, sector.weight] as const));

/** How many of `count` things each sector gets; none gets fewer than two. */
export function shareBySector(count: number): number[] {
  const total = SECTORS.reduce((sum, { weight }) => sum + weight, 0);
  return SECTORS.map(({ weight }) => Math.max(2, Math.round((count * weight) / total)));
}
