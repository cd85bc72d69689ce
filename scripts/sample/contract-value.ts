import { minorUnits } from '../../kit/import/currencies.js';
import type { Random } from './random.js';
import { Weighted } from './weighted.js';

/** What a contract is worth, in three figures of one currency; the empty text for an unknown one. */
export interface ContractValue {
  readonly currency: string;
  readonly reported: string;
  readonly evidenced: string;
  readonly realised: string;
}

/** What share of the one figure the next one reaches: 0 for a figure that is not known. */
export interface Shares {
  readonly evidenced: number;
  readonly realised: number;
}

/** About what a dollar is worth; good enough for made-up amounts. */
const UNITS_A_DOLLAR: Readonly<Record<string, number>> = { USD: 1, JPY: 150, PKR: 280 };
const CURRENCIES = new Weighted([
  ['USD', 62],
  ['JPY', 28],
  ['PKR', 10],
] as const);
const LEAST_DOLLARS = 4_000;
const MOST_DOLLARS = 420_000;
const ROUND_TO_DOLLARS = 50;

/** Draws a value: many small ones, few large. What is evidenced is never more than what is reported, nor what is realised than what is evidenced. */
export function someValue(random: Random, shares: Shares): ContractValue {
  const currency = CURRENCIES.pick(random);
  const digits = minorUnits(currency) as number;
  const minorADollar = (UNITS_A_DOLLAR[currency] as number) * 10 ** digits;
  const draw = random.next() ** 4;
  const dollars =
    LEAST_DOLLARS + Math.floor((draw * (MOST_DOLLARS - LEAST_DOLLARS)) / ROUND_TO_DOLLARS) * ROUND_TO_DOLLARS;
  const reported = dollars * minorADollar;
  const evidenced = Math.floor(reported * shares.evidenced);
  const realised = Math.floor(evidenced * shares.realised);
  return {
    currency,
    reported: amount(reported, digits),
    evidenced: amount(evidenced, digits),
    realised: amount(realised, digits),
  };
}

/** An amount in its minor units as a decimal; the empty text for nothing. */
function amount(minor: number, digits: number): string {
  if (minor === 0) return '';
  if (digits === 0) return String(minor);
  const text = String(minor).padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
