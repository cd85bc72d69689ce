const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const DASHES = /[\p{Pd}\u2212]/gu;
const DIGIT = /\p{Nd}/gu;

/** Text as a keyboard of ASCII writes it: half-width, with plain digits and hyphens, without characters that nobody sees. */
export function plainForm(text: string): string {
  return text.normalize('NFKC').replace(UNSEEN, '').replace(DASHES, '-').replace(DIGIT, plainDigit);
}

/** Digits of a script stand in Unicode in their order, the zero first and ten in a row. */
function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && isDigit(zero - 1)) zero -= 1;
  return String(code - zero);
}

function isDigit(code: number): boolean {
  return /^\p{Nd}$/u.test(String.fromCodePoint(code));
}
