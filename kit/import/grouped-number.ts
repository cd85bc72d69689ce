import { Refusal } from './cell.js';

/** Why a number with dots between threes of digits is refused: it may mean two numbers, and the hub does not choose. */
export function groupedNumber(text: string, expects: string): Refusal {
  const decimal = Number(text);
  const meant = [text.replaceAll('.', ''), ...(Number.isInteger(decimal) ? [String(decimal)] : [])];
  return new Refusal(`must be ${expects}; did you mean ${meant.join(' or ')}?`);
}
