import { type Cell, cellOf, Refusal } from './cell.js';
import { Choices } from './choices.js';

/** A cell that holds one of a closed set of codes. What else they are called is worked out when a wrong one is first met. */
export function choiceOf(
  codes: readonly string[],
  expects: string,
  namesOf: (code: string) => readonly string[],
): Cell {
  const known = new Set(codes);
  const refusal = new Refusal(`must be ${expects}`);
  let choices: Choices | undefined;
  return cellOf({
    sqlType: 'text',
    expects,
    choices: () => (choices ??= new Choices(codes.map((key) => ({ key, names: namesOf(key) })))),
    parse: (text) => (known.has(text) ? text : refusal),
  });
}
