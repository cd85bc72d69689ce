const NUMBER_SIGN = 0x23;
const WIDE_NUMBER_SIGN = 0xff03;
const LETTER_E = 0x45;

/** What Excel, LibreOffice and Google Sheets write where a value could not be computed. */
const KNOWN_ERROR =
  /^(?:#(?:n\/[ad]!?|nv|fmt|getting_data|(?:blocked|busy|calc|connect|div\/0|error|external|field|macro|name|null|num|python|ref|spill|timeout|unknown|value)[!?])|#{2,}|err:\d{3})$/i;
/** The same in the languages that they speak: `#WERT!`, `#¿NOMBRE?`. */
const ERROR_IN_ANY_LANGUAGE = /^#[¡¿]?\p{Lu}[\p{Lu}\d_/]*[!?]$/u;

/** Whether a cell holds an error of the spreadsheet in the place of a value. */
export function isSpreadsheetError(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first !== NUMBER_SIGN && first !== WIDE_NUMBER_SIGN && first !== LETTER_E) return false;
  const plain = text.normalize('NFKC');
  return KNOWN_ERROR.test(plain) || ERROR_IN_ANY_LANGUAGE.test(plain);
}

/** Whether a cell holds the first digits only of a number that a spreadsheet had no room for: `7.00001E+12`. */
export function isShortenedNumber(text: string): boolean {
  return /^-?\d(?:[.,]\d+)?e[+-]?\d+$/i.test(text);
}

/** Whether dots part the digits into threes: `250.000` is 250 to one program and 250,000 to another. */
export function isGroupedByDots(text: string): boolean {
  return /^-?[1-9]\d{0,2}(?:\.\d{3})+$/.test(text);
}

/** The digits of a number that a program wrote with decimals, all of them zero: `250000.0`. Other text stays as it is. */
export function withoutZeroDecimals(text: string): string {
  return text.replace(/^(-?\d+)\.0+$/, '$1');
}
