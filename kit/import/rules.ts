import type { RowRule } from './definition.js';

/** A day that cannot be before another one of its row. */
export function notBefore<Name extends string>(later: Name, earlier: Name): RowRule<Name> {
  return {
    columns: [later, earlier],
    problem: (end = '', begin = '') =>
      end && begin && end < begin ? `must not be before ${earlier} (${begin})` : undefined,
  };
}
