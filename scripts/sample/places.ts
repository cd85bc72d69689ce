import type { Random } from './random.js';
import { Weighted } from './weighted.js';

/** A prefecture of Japan. */
export interface Prefecture {
  /** ISO 3166-2. */
  readonly code: string;
  readonly en: string;
  readonly ja: string;
}

/** Number, names, and how much of industry, of farms and fisheries, and of buyers of software is there: rough weights, not statistics. */
const PREFECTURES: readonly (readonly [number, string, string, number, number, number])[] = [
  [23, 'Aichi', '愛知', 120, 40, 60],
  [27, 'Osaka', '大阪', 85, 5, 110],
  [13, 'Tokyo', '東京', 80, 5, 420],
  [11, 'Saitama', '埼玉', 70, 25, 30],
  [12, 'Chiba', '千葉', 62, 60, 25],
  [14, 'Kanagawa', '神奈川', 55, 10, 90],
  [22, 'Shizuoka', '静岡', 42, 35, 18],
  [28, 'Hyogo', '兵庫', 40, 25, 28],
  [40, 'Fukuoka', '福岡', 38, 40, 40],
  [34, 'Hiroshima', '広島', 36, 45, 15],
  [8, 'Ibaraki', '茨城', 34, 140, 8],
  [10, 'Gunma', '群馬', 32, 60, 6],
  [21, 'Gifu', '岐阜', 28, 15, 6],
  [24, 'Mie', '三重', 26, 20, 6],
  [1, 'Hokkaido', '北海道', 24, 170, 16],
  [26, 'Kyoto', '京都', 20, 8, 30],
  [9, 'Tochigi', '栃木', 20, 40, 5],
  [20, 'Nagano', '長野', 18, 70, 8],
  [33, 'Okayama', '岡山', 18, 20, 7],
  [25, 'Shiga', '滋賀', 16, 6, 5],
  [4, 'Miyagi', '宮城', 14, 35, 10],
  [43, 'Kumamoto', '熊本', 14, 85, 4],
  [17, 'Ishikawa', '石川', 12, 8, 5],
  [16, 'Toyama', '富山', 12, 8, 4],
  [37, 'Kagawa', '香川', 11, 25, 3],
  [38, 'Ehime', '愛媛', 11, 30, 3],
  [15, 'Niigata', '新潟', 10, 20, 5],
  [46, 'Kagoshima', '鹿児島', 10, 55, 2],
  [18, 'Fukui', '福井', 9, 5, 3],
  [7, 'Fukushima', '福島', 9, 20, 3],
  [35, 'Yamaguchi', '山口', 9, 10, 2],
  [44, 'Oita', '大分', 8, 20, 2],
  [47, 'Okinawa', '沖縄', 8, 25, 6],
  [42, 'Nagasaki', '長崎', 8, 40, 2],
  [29, 'Nara', '奈良', 7, 6, 3],
  [45, 'Miyazaki', '宮崎', 6, 50, 2],
  [41, 'Saga', '佐賀', 6, 15, 1],
  [3, 'Iwate', '岩手', 5, 20, 2],
  [2, 'Aomori', '青森', 5, 25, 1],
  [6, 'Yamagata', '山形', 5, 15, 1],
  [36, 'Tokushima', '徳島', 5, 15, 1],
  [30, 'Wakayama', '和歌山', 5, 10, 1],
  [39, 'Kochi', '高知', 4, 35, 1],
  [32, 'Shimane', '島根', 4, 8, 1],
  [31, 'Tottori', '鳥取', 4, 8, 1],
  [19, 'Yamanashi', '山梨', 4, 12, 2],
  [5, 'Akita', '秋田', 3, 8, 1],
];

const prefectures = PREFECTURES.map(([number, en, ja]) => ({ code: `JP-${String(number).padStart(2, '0')}`, en, ja }));

const byWeight = (column: 3 | 4 | 5) =>
  new Weighted(PREFECTURES.map((row, at) => [prefectures[at] as Prefecture, row[column]] as const));
const industry = byWeight(3);
const countryside = byWeight(4);
const business = byWeight(5);

/** Where an employer is. */
export function employerPrefecture(random: Random, rural: boolean): Prefecture {
  return (rural ? countryside : industry).pick(random);
}

/** Where a buyer of software is: in Tokyo, most often. */
export function buyerPrefecture(random: Random): Prefecture {
  return business.pick(random);
}

/** Cities of Pakistan that firms are named after. */
export const PAKISTANI_CITIES = [
  { en: 'Lahore', ur: 'لاہور' },
  { en: 'Karachi', ur: 'کراچی' },
  { en: 'Islamabad', ur: 'اسلام آباد' },
  { en: 'Rawalpindi', ur: 'راولپنڈی' },
  { en: 'Faisalabad', ur: 'فیصل آباد' },
  { en: 'Peshawar', ur: 'پشاور' },
  { en: 'Sialkot', ur: 'سیالکوٹ' },
  { en: 'Multan', ur: 'ملتان' },
] as const;
