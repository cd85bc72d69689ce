import { defineEnum, type EnumValue } from './enum.js';

export const Language = defineEnum(
  'Language',
  'A language in which the hub keeps names. Their BCP 47 codes are en, ja and ur.',
  {
    EN: 'English',
    JA: 'Japanese, 日本語',
    UR: 'Urdu, اردو',
  },
);
export type Language = EnumValue<typeof Language>;

/** A row that keeps its name in up to three languages. */
export interface LocalisedName {
  nameEn?: string | null;
  nameJa?: string | null;
  nameUr?: string | null;
}

/** The name in the requested language. If it is unknown, the name in English, Japanese or Urdu, in that order. */
export function localisedName(row: LocalisedName, language: Language): string | null {
  const byLanguage = { EN: row.nameEn, JA: row.nameJa, UR: row.nameUr };
  return byLanguage[language] ?? row.nameEn ?? row.nameJa ?? row.nameUr ?? null;
}
