import type { HubError } from '../errors.js';
import { MAX_CONDITIONS } from './argument-limits.js';
import { limitExceeded } from './limit-exceeded.js';
import { MAX_VALUE_DEPTH } from './operation-limits.js';

/**
 * Measures the variables of a request before anything walks them. It looks level by level, because a recursion could overflow the stack.
 * @param most how many values (fields of objects, items of lists) they may hold together
 * @returns an error that names the variable, if one is nested too deeply or they hold too many values
 */
export function variablesBeyond(variables: Readonly<Record<string, unknown>>, most: number): HubError | undefined {
  let values = 0;
  for (const [name, value] of Object.entries(variables)) {
    let level = containers([value]);
    for (let depth = 1; level.length > 0; depth++) {
      if (depth > MAX_VALUE_DEPTH) {
        return limitExceeded(`A value may be nested ${MAX_VALUE_DEPTH} levels deep.`, name);
      }
      const below = level.map((each) => Object.values(each));
      for (const each of below) values += each.length;
      if (values > most) {
        return limitExceeded(
          `The variables may hold ${most.toLocaleString('en')} values together, and a filter ${MAX_CONDITIONS} conditions.`,
          name,
        );
      }
      level = below.flatMap(containers);
    }
  }
  return undefined;
}

function containers(values: readonly unknown[]): object[] {
  return values.filter((value) => typeof value === 'object' && value !== null) as object[];
}
