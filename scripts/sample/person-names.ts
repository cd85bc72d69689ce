import type { Random } from './random.js';

/** Syllables in Latin and Urdu letters. Names are put together from them, so that none is taken from a real person. */
const OPENINGS = [
  ['Zar', 'زر'],
  ['Tal', 'تل'],
  ['Nor', 'نور'],
  ['Sam', 'سم'],
  ['Rav', 'رو'],
  ['Dil', 'دل'],
  ['Mir', 'میر'],
  ['Gul', 'گل'],
  ['Bas', 'بس'],
  ['Far', 'فر'],
  ['Kesh', 'کیش'],
  ['Shan', 'شان'],
  ['Tor', 'طور'],
  ['Val', 'ول'],
  ['Yar', 'یار'],
  ['Har', 'ہر'],
] as const;

const GIVEN_ENDINGS = [
  ['wan', 'وان'],
  ['mish', 'مش'],
  ['deel', 'دیل'],
  ['tash', 'تاش'],
  ['een', 'ین'],
  ['oor', 'ور'],
  ['liya', 'لیا'],
  ['sim', 'سم'],
  ['vesh', 'ویش'],
  ['nab', 'ناب'],
] as const;

const FAMILY_ENDINGS = [
  ['wani', 'وانی'],
  ['zada', 'زادہ'],
  ['khel', 'خیل'],
  ['mandi', 'مندی'],
  ['pash', 'پاش'],
  ['gari', 'گری'],
  ['tani', 'تانی'],
  ['vand', 'وند'],
  ['shori', 'شوری'],
  ['lani', 'لانی'],
] as const;

export interface PersonName {
  readonly family: string;
  readonly given: string;
  /** In Urdu letters, the given name first. */
  readonly urdu: string;
}

export function personName(random: Random): PersonName {
  const [givenLatin, givenUrdu] = joined(random, GIVEN_ENDINGS);
  const [familyLatin, familyUrdu] = joined(random, FAMILY_ENDINGS);
  return { family: familyLatin, given: givenLatin, urdu: `${givenUrdu} ${familyUrdu}` };
}

function joined(random: Random, endings: readonly (readonly [string, string])[]): [string, string] {
  const opening = random.pick(OPENINGS);
  const ending = random.pick(endings);
  return [opening[0] + ending[0], opening[1] + ending[1]];
}
