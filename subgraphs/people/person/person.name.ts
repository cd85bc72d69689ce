import type { Language } from '../../../kit/schema/localised-name.js';

interface Names {
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly nameNative: string | null;
}

/** The whole name in the language asked for: a person has one native spelling, which serves every language but English. */
export function personName({ familyName, givenName, nameNative }: Names, language: Language): string | null {
  const latin = [givenName, familyName].filter(Boolean).join(' ') || null;
  return language === 'EN' ? (latin ?? nameNative) : (nameNative ?? latin);
}
