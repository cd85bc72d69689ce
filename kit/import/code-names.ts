type CodeType = 'region' | 'currency';

const LANGUAGES = ['en', 'ja', 'ur'];
const STYLES = ['long', 'short'] as const;
const lists = new Map<CodeType, readonly Intl.DisplayNames[]>();

/** What a code of a country or a currency is called in the languages of the hub, as Unicode's locale data (CLDR) has it. */
export function namesOf(type: CodeType, code: string): string[] {
  const known =
    lists.get(type) ?? LANGUAGES.flatMap((language) => STYLES.map((style) => namesIn(language, type, style)));
  lists.set(type, known);
  return [...new Set(known.flatMap((list) => list.of(code) ?? []))];
}

function namesIn(language: string, type: CodeType, style: (typeof STYLES)[number]): Intl.DisplayNames {
  return new Intl.DisplayNames(language, { type, style, fallback: 'none' });
}
