import type { Confidence } from '../../../../kit/schema/confidence.js';
import type { Ministry, Sector } from '../../sector/sector.type.js';

interface SectorFact {
  code: string;
  en: string;
  ja: string;
  /** The most SSW(i) workers in the fiscal years 2024 to 2028. */
  ceiling?: number;
  ssw2?: boolean;
  ministry?: Ministry;
  /** REPORTED where it is not given. */
  ministryConfidence?: Confidence;
}

const ssw2 = true;
const ministryConfidence = 'UNVERIFIED';

/** In the order of the Cabinet decision of 29 March 2024; information technology is no SSW field and comes last. */
export const SECTORS: readonly SectorFact[] = [
  { code: 'nursing-care', en: 'Nursing care', ja: '介護', ceiling: 135_000, ministry: 'MHLW' },
  {
    code: 'building-cleaning',
    en: 'Building cleaning management',
    ja: 'ビルクリーニング',
    ceiling: 37_000,
    ssw2,
    ministry: 'MHLW',
  },
  {
    code: 'industrial-products',
    en: 'Industrial product manufacturing',
    ja: '工業製品製造業',
    ceiling: 173_300,
    ssw2,
    ministry: 'METI',
  },
  { code: 'construction', en: 'Construction', ja: '建設', ceiling: 80_000, ssw2, ministry: 'MLIT' },
  {
    code: 'shipbuilding',
    en: 'Shipbuilding and ship machinery',
    ja: '造船・舶用工業',
    ceiling: 36_000,
    ssw2,
    ministry: 'MLIT',
  },
  {
    code: 'automobile-repair',
    en: 'Automobile repair and maintenance',
    ja: '自動車整備',
    ceiling: 10_000,
    ssw2,
    ministry: 'MLIT',
  },
  { code: 'aviation', en: 'Aviation', ja: '航空', ceiling: 4_400, ssw2, ministry: 'MLIT' },
  { code: 'accommodation', en: 'Accommodation', ja: '宿泊', ceiling: 23_000, ssw2, ministry: 'MLIT' },
  {
    code: 'automobile-transport',
    en: 'Automobile transportation',
    ja: '自動車運送業',
    ceiling: 24_500,
    ministry: 'MLIT',
    ministryConfidence,
  },
  { code: 'railway', en: 'Railway', ja: '鉄道', ceiling: 3_800, ministry: 'MLIT', ministryConfidence },
  { code: 'agriculture', en: 'Agriculture', ja: '農業', ceiling: 78_000, ssw2, ministry: 'MAFF' },
  { code: 'fishery', en: 'Fishery and aquaculture', ja: '漁業', ceiling: 17_000, ssw2, ministry: 'MAFF' },
  {
    code: 'food-manufacturing',
    en: 'Food and beverage manufacturing',
    ja: '飲食料品製造業',
    ceiling: 139_000,
    ssw2,
    ministry: 'MAFF',
  },
  { code: 'food-service', en: 'Food service', ja: '外食業', ceiling: 53_000, ssw2, ministry: 'MAFF' },
  { code: 'forestry', en: 'Forestry', ja: '林業', ceiling: 1_000, ministry: 'MAFF', ministryConfidence },
  { code: 'wood-products', en: 'Wood products', ja: '木材産業', ceiling: 5_000, ministry: 'MAFF', ministryConfidence },
  { code: 'it', en: 'Information technology', ja: '情報技術' },
];

type IntakeFact = Pick<Sector, 'intakeStatus' | 'intakeSince' | 'intakeConfidence' | 'intakeStatementKey'>;

const OPEN: IntakeFact = {
  intakeStatus: 'OPEN',
  intakeSince: null,
  intakeConfidence: 'INFERRED',
  intakeStatementKey: null,
};

/** Sectors whose intake is not simply open; that the others are is our conclusion from knowing of no suspension. */
const INTAKE: Record<string, IntakeFact> = {
  'food-service': {
    intakeStatus: 'SUSPENDED',
    intakeSince: '2026-04-13',
    intakeConfidence: 'UNVERIFIED',
    intakeStatementKey: 'food-service-coe-suspension',
  },
  it: {
    intakeStatus: 'NOT_SSW',
    intakeSince: null,
    intakeConfidence: 'INFERRED',
    intakeStatementKey: 'it-ssw-field',
  },
};

export const sectorRows = SECTORS.map((sector, index) => ({
  code: sector.code,
  position: index + 1,
  nameEn: sector.en,
  nameJa: sector.ja,
  nameUr: null,
  sswField: sector.ceiling != null,
  ssw2: sector.ceiling == null ? null : (sector.ssw2 ?? false),
  ministry: sector.ministry ?? null,
  ministryConfidence: sector.ministry ? (sector.ministryConfidence ?? 'REPORTED') : null,
  ...(INTAKE[sector.code] ?? OPEN),
}));

export const programmeRows = [
  { code: 'ssw', nameEn: 'Specified Skilled Worker', nameJa: '特定技能', nameUr: null },
  { code: 'ikusei-shuro', nameEn: 'Employment for Skill Development', nameJa: '育成就労', nameUr: null },
];
