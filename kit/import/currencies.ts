import type { Cell } from './cell.js';
import { choiceOf } from './choice-cell.js';
import { namesOf } from './code-names.js';

/** The active codes of ISO 4217, by how many digits of minor units they have. */
const CODES_BY_MINOR_UNITS: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2:
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK ' +
    'DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP ' +
    'LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON ' +
    'RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES ' +
    'WST XCD XCG YER ZAR ZMW ZWG',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const MINOR_UNITS = new Map(
  Object.entries(CODES_BY_MINOR_UNITS).flatMap(([digits, codes]) =>
    codes.split(' ').map((code) => [code, Number(digits)] as const),
  ),
);

/** How many digits may follow the decimal point in a currency of ISO 4217: 0 for JPY, 2 for USD; undefined for no currency. */
export function minorUnits(code: string): number | undefined {
  return MINOR_UNITS.get(code);
}

/** Signs and words in use, which stand for a currency where no country is named. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  CNY: ['RMB', '元'],
  EUR: ['€'],
  GBP: ['£', 'UK£'],
  JPY: ['¥', '円', 'Yen', 'JP¥'],
  PKR: ['Rs', '₨', 'Rupee', 'Rupees', 'روپے'],
  USD: ['$', 'US$', 'Dollar', 'Dollars', 'ドル'],
};

/** A currency. */
export function currency(): Cell {
  return choiceOf([...MINOR_UNITS.keys()], 'a currency code of ISO 4217 such as USD, JPY or PKR', (code) => [
    ...namesOf('currency', code),
    ...(SIGNS[code] ?? []),
  ]);
}

/** What is wrong with an amount in a currency, for a row's rule: it has more decimals than the currency's minor units. */
export function minorUnitsProblem(amount: string, currencyCode: string): string | undefined {
  const digits = minorUnits(currencyCode);
  const point = amount.indexOf('.');
  if (digits === undefined || point === -1 || amount.length - point - 1 <= digits) return undefined;
  return digits === 0
    ? `must have no decimals in ${currencyCode}`
    : `must have at most ${digits} decimals in ${currencyCode}`;
}
