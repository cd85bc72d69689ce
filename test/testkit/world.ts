import type { ImportDefinition } from '../../kit/import/definition.js';
import type { EntityLookup } from '../../kit/import/reference.js';
import { formatReport, type ImportReport } from '../../kit/import/report.js';
import { rowsOf } from '../../kit/import/rows.js';
import { runImport } from '../../kit/import/run-import.js';

/**
 * The one world of the tests: a few firms and people, none of them real.
 * Karakoram Manpower sends; Sakura Care (Nagoya) and Hikari Foods (Osaka) employ; Tomo Support supports; Indus Soft sells software.
 */
export const COMPANIES = [
  {
    slug: 'karakoram-manpower',
    name_en: 'Karakoram Manpower',
    name_ur: 'قراقرم مین پاور',
    kinds: 'SENDING',
    country: 'PK',
    sectors: 'nursing-care|food-service',
  },
  {
    slug: 'sakura-care',
    name_en: 'Sakura Care',
    name_ja: 'さくら介護',
    kinds: 'ACCEPTING',
    country: 'JP',
    prefecture: 'JP-23',
    sectors: 'nursing-care',
  },
  {
    slug: 'hikari-foods',
    name_en: 'Hikari Foods',
    name_ja: 'ひかり食品',
    kinds: 'ACCEPTING',
    country: 'JP',
    prefecture: 'JP-27',
    sectors: 'food-manufacturing|food-service',
  },
  { slug: 'tomo-support', name_ja: '友サポート', kinds: 'SUPPORT', country: 'JP', prefecture: 'JP-13' },
  { slug: 'indus-soft', name_en: 'Indus Soft', kinds: 'IT|SENDING', country: 'PK', sectors: 'it' },
];

export const PEOPLE = [
  {
    reference: 'KM-1',
    registered_by: 'karakoram-manpower',
    family_name: 'Gul',
    given_name: 'Amina',
    name_native: 'آمنہ گل',
    nationality: 'PK',
    date_of_birth: '1999-04-01',
    passport_number: 'AB1234567',
    cnic: '35202-1234567-1',
    email: 'amina@example.com',
    phone: '+923001234567',
    jlpt: 'N4',
    skills_tests: 'nursing-care@2025-01-20',
  },
  {
    reference: 'KM-2',
    registered_by: 'karakoram-manpower',
    family_name: 'Khan',
    given_name: 'Bilal',
    nationality: 'PK',
    jft_basic_on: '2025-02-01',
    skills_tests: 'nursing-care@2025-02-10|food-service@2025-03-10',
  },
  {
    reference: 'KM-3',
    registered_by: 'karakoram-manpower',
    family_name: 'Shah',
    given_name: 'Dania',
    nationality: 'PK',
    date_of_birth: '1998-11-02',
    passport_number: 'CD7654321',
    cnic: '42101-7654321-8',
    email: 'dania@example.com',
    phone: '+923007654321',
    jlpt: 'N3',
    skills_tests: 'nursing-care@2024-05-05',
  },
  {
    reference: 'KM-4',
    registered_by: 'karakoram-manpower',
    family_name: 'Raza',
    given_name: 'Emad',
    nationality: 'PK',
    jlpt: 'N5',
  },
  { reference: 'office-1', family_name: 'Malik', given_name: 'Farah' },
];

export const PLACEMENTS = [
  {
    reference: 'P-1',
    person: 'KM-3',
    sending_company: 'karakoram-manpower',
    accepting_company: 'sakura-care',
    support_company: 'tomo-support',
    sector: 'nursing-care',
    occupation: '5321',
    status_of_residence: 'SSW1',
    state: 'EMPLOYED',
    prefecture: 'JP-23',
    salary_jpy_month: '190000',
    registered_on: '2024-06-01',
    coe_applied_on: '2024-08-01',
    coe_issued_on: '2024-09-15',
    started_on: '2024-12-01',
    residence_until: '2026-12-20',
    ssw1_months_before: '30',
  },
  {
    reference: 'P-2',
    person: 'KM-2',
    sending_company: 'karakoram-manpower',
    accepting_company: 'sakura-care',
    sector: 'nursing-care',
    status_of_residence: 'SSW1',
    state: 'COE_APPLIED',
    registered_on: '2025-03-01',
    coe_applied_on: '2026-08-01',
  },
  {
    reference: 'P-3',
    person: 'KM-4',
    sending_company: 'karakoram-manpower',
    accepting_company: 'hikari-foods',
    sector: 'food-manufacturing',
    status_of_residence: 'SSW1',
    state: 'RETURNED',
    salary_jpy_month: '180000',
    started_on: '2025-01-10',
    ended_on: '2025-05-01',
    end_reason: 'family',
  },
];

const SECTORS = ['nursing-care', 'food-manufacturing', 'food-service', 'it'];

/** Knows the companies and sectors of the world, in the place of their owners. */
export const worldLookup: EntityLookup = async (typeName, keyField, keys) => {
  const known: Record<string, string[]> = { Company: COMPANIES.map(({ slug }) => slug), Sector: SECTORS };
  return keys.map((key) => (known[typeName]?.includes(key) ? { [keyField]: key } : null));
};

/** Loads rows as an operator's sheet would be loaded, and fails the test where they are refused. */
export async function load(
  databaseUrl: string,
  definition: ImportDefinition,
  rows: Partial<Record<string, string>>[],
  marks = { synthetic: true },
): Promise<ImportReport> {
  const report = await runImport(definition, rowsOf(definition, rows), { databaseUrl, lookup: worldLookup, marks });
  if (report.problemCount > 0) throw new Error(formatReport(report));
  return report;
}
