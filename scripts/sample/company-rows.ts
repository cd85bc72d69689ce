import { cityOf, type Firms, type JapaneseFirm, sendingSlug, softwareSlug, supportSlug } from './firms.js';
import type { SampleRow } from './sample-row.js';
import { SECTORS } from './sector-profiles.js';

/** The sheet of companies. No corporate number: one with a right check digit may be a real company's. */
export function* companyRows(firms: Firms): Generator<SampleRow> {
  for (let rank = 1; rank <= firms.sendingCount; rank += 1) yield sendingRow(rank);
  for (let rank = 1; rank <= firms.supportCount; rank += 1) yield supportRow(rank);
  for (let rank = 1; rank <= firms.softwareCount; rank += 1) yield softwareRow(rank);
  for (let rank = 1; rank <= firms.buyerCount; rank += 1) {
    const buyer = firms.buyer(rank);
    yield japaneseRow(buyer, '', `Sample Trading ${buyer.prefecture.en}`, `サンプル商事${buyer.prefecture.ja}`);
  }
  for (const sector of SECTORS) {
    const kinds = sector.code === 'it' ? 'ACCEPTING|IT' : 'ACCEPTING';
    for (let rank = 1; rank <= (firms.employerCounts[sector.index] as number); rank += 1) {
      const employer = firms.employer(sector, rank);
      const { en, ja } = employer.prefecture;
      yield japaneseRow(employer, kinds, `Sample ${sector.en} ${en}`, `サンプル${sector.ja}${ja}`);
    }
  }
}

function sendingRow(rank: number): SampleRow {
  const city = cityOf(rank);
  const name = [`Sample Manpower ${city.en}`, '', `نمونہ افرادی قوت ${city.ur}`] as const;
  return row(sendingSlug(rank), name, 'SENDING', 'PK', '', '');
}

/** Software houses send their own engineers to Japan, too. */
function softwareRow(rank: number): SampleRow {
  const city = cityOf(rank);
  const name = [`Sample Software ${city.en}`, '', `نمونہ سافٹ ویئر ${city.ur}`] as const;
  return row(softwareSlug(rank), name, 'IT|SENDING', 'PK', '', 'it');
}

function supportRow(rank: number): SampleRow {
  return row(supportSlug(rank), ['Sample Support Association', 'サンプル支援協会', ''], 'SUPPORT', 'JP', 'JP-13', '');
}

function japaneseRow({ slug, sector, prefecture }: JapaneseFirm, kinds: string, en: string, ja: string): SampleRow {
  return row(slug, [en, ja, ''], kinds, 'JP', prefecture.code, sector.code);
}

function row(
  slug: string,
  [en, ja, ur]: readonly [string, string, string],
  kinds: string,
  country: string,
  prefecture: string,
  sectors: string,
): SampleRow {
  const number = slug.slice(slug.lastIndexOf('-') + 1);
  return {
    slug,
    name_en: `${en} ${number}`,
    name_ja: ja && `${ja} ${number}`,
    name_ur: ur && `${ur} ${number}`,
    kinds,
    country,
    prefecture,
    website: `https://${slug}.example/`,
    corporate_number: '',
    sectors,
  };
}
