import { MAX_VALUE_DEPTH } from '../limits/operation-limits.js';

/** What a client reads whose value is nested deeper. */
export const tooDeepValue = `A value may be nested ${MAX_VALUE_DEPTH} levels deep.`;

/** Whether one of the variables is nested deeper than that. It looks level by level, since a recursion could overflow the stack. */
export function isTooDeep(variables: Readonly<Record<string, unknown>>): boolean {
  let level = containers(Object.values(variables));
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > MAX_VALUE_DEPTH) return true;
    level = level.flatMap((each) => containers(Object.values(each)));
  }
  return false;
}

function containers(values: readonly unknown[]): object[] {
  return values.filter((value) => typeof value === 'object' && value !== null) as object[];
}
