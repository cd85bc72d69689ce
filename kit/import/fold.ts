/** The forms of firms, which one sheet writes and the next one leaves out. */
const LEGAL_FORMS = new Set(
  (
    'ag bhd bv co company corp corporation gaisha gk gmbh godo inc incorporated kabushiki kaisha kk limited llc llp lp ltd nv plc private ' +
    'pte pty pvt sa sarl sdn smc srl yk yugen لمیٹڈ پرائیویٹ پرائیوٹ'
  ).split(' '),
);
const JAPANESE_LEGAL_FORMS =
  /\((?:株|有|同|資|名|社|財|医|福|一社|一財|公社|公財|社福|独)\)|(?:株式|有限|合同|合資|合名|相互)会社|(?:一般|公益|特例)?(?:社団|財団)法人|社会福祉法人|医療法人|独立行政法人/g;

const ARABIC_VARIANTS: Readonly<Record<string, string>> = {
  ك: 'ک',
  ي: 'ی',
  ى: 'ی',
  ہ: 'ه',
  ۀ: 'ه',
  ة: 'ه',
  أ: 'ا',
  إ: 'ا',
};

/** A name as it is compared: without regard to case, width, accents, punctuation, and the form of the firm. */
export interface Folded {
  /** All words run together. */
  readonly whole: string;
  /** The words that are no legal form, or all where there are no others. */
  readonly words: readonly string[];
  /** These words run together. */
  readonly core: string;
}

/** Folds a name or a code, so that what people take for the same becomes equal. */
export function fold(text: string): Folded {
  const plain = unaccented(text.normalize('NFKC').toLowerCase());
  const whole = wordsOf(plain);
  const words = wordsOf(plain.replace(JAPANESE_LEGAL_FORMS, ' ')).filter((word) => !LEGAL_FORMS.has(word));
  const named = words.length > 0 ? words : whole;
  return { whole: whole.join(''), words: named, core: named.join('') };
}

const ASCII = /^[ -~]*$/;

/** Without marks over Latin letters, vowel marks of Arabic script, and characters that nobody sees. */
function unaccented(text: string): string {
  if (ASCII.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[\p{Default_Ignorable_Code_Point}\u0640\u064b-\u0652\u0670'’]/gu, '')
    .replace(/[كيىہۀةأإ]/g, (letter) => ARABIC_VARIANTS[letter] ?? letter);
}

function wordsOf(text: string): string[] {
  return text
    .replace(/'/g, '')
    .replace(/(?<![a-z])([a-z])\.(?=[a-z](?![a-z]))/g, '$1')
    .split(/[^\p{L}\p{N}\p{M}\p{Sc}]+/u)
    .filter((word) => word !== '');
}
