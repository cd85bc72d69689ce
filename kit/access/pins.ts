import type { FilterValue } from '../list/filter.js';

interface Comparators {
  readonly eq?: unknown;
  readonly in?: readonly unknown[] | null;
}

/**
 * Whether a filter selects only rows that have `value` in one of `fields`. Only obvious comparisons count: at the top level or inside
 * `and`. A comparison inside `or` or `not` never counts.
 */
export function pins(filter: FilterValue | null | undefined, fields: readonly string[], value: string | null): boolean {
  if (!filter || value === null) return false;
  const pinned = (comparators: Comparators | null | undefined) =>
    comparators?.eq === value || (comparators?.in?.length === 1 && comparators.in[0] === value);
  return (
    fields.some((field) => pinned(filter[field] as Comparators | null | undefined)) ||
    ((filter.and as FilterValue[] | null | undefined) ?? []).some((part) => pins(part, fields, value))
  );
}
