import { isPlaceholder, isRow, type Row } from './fault.js';
import type { TypeConditions } from './type-conditions.js';

/**
 * Adds the new data of `source` to `target`. A value wins over a null, and both win over an error. The name of a type wins over the name
 * of an interface, which a subgraph uses for an object whose type it does not know.
 */
export function merge(target: Row, source: Row, types: TypeConditions): void {
  for (const key of Object.keys(source)) {
    if (key === '__typename') target.__typename = narrower(target.__typename, source.__typename, types);
    // An own `__proto__` can only come from a subgraph that lies.
    else if (key !== '__proto__') target[key] = merged(target[key], source[key], types);
  }
}

function narrower(known: unknown, added: unknown, types: TypeConditions): unknown {
  if (known === added || typeof added !== 'string') return known;
  return typeof known !== 'string' || types.isNarrower(added, known) ? added : known;
}

function merged(known: unknown, added: unknown, types: TypeConditions): unknown {
  if (known === undefined) return added;
  if (isPlaceholder(added) || added === null) return isPlaceholder(known) && added === null ? null : known;
  if (known === null || isPlaceholder(known)) return added;
  if (isRow(known) && isRow(added)) merge(known, added, types);
  else if (Array.isArray(known) && Array.isArray(added)) mergeLists(known, added, types);
  return known;
}

/** Lists of one field should agree in length and order. If they do not, the first one counts. */
function mergeLists(known: unknown[], added: unknown[], types: TypeConditions): void {
  if (known.length !== added.length) return;
  for (let index = 0; index < known.length; index++) known[index] = merged(known[index], added[index], types);
}

/** Copies everything that can change. Leaf values and placeholders are shared. */
export function copied<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copied) as T;
  if (!isRow(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copied(part)])) as T;
}
