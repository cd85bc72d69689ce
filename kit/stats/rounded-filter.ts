import type { FilterValue } from '../list/filter.js';
import { composed } from '../schema/composed.js';

/** The coarse fields of a filter, each with the dimension that it selects. A day can only select a whole year or month. */
export type CoarseFields = Readonly<Record<string, string | { readonly year: string; readonly month: string }>>;

/** The values that a filter selects, by dimension. A missing dimension is not restricted. */
export type Cells = Record<string, string[]>;

/** Throws the error that says that the hub does not answer this part of the arguments. */
export type Refuse = (argument: string, message: string) => never;

/**
 * Reads a filter as cells of the coarse dimensions. It refuses finer filters, `or` and `not`: two answers that differ by one person would
 * reveal that person, even if they are rounded.
 */
export function coarseCells(
  value: FilterValue | null | undefined,
  coarse: CoarseFields,
  refuse: Refuse,
  path = 'filter',
): Cells {
  const cells: Cells = {};
  for (const [key, part] of Object.entries(value ?? {})) {
    for (const [dimension, values] of Object.entries(cellsOf(key, part, coarse, refuse, `${path}.${key}`))) {
      const known = cells[dimension];
      cells[dimension] = known ? values.filter((each) => known.includes(each)) : values;
    }
  }
  return cells;
}

function cellsOf(key: string, part: unknown, coarse: CoarseFields, refuse: Refuse, path: string): Cells {
  if (key === 'and') {
    return (part as FilterValue[])
      .map((each, index) => coarseCells(each, coarse, refuse, `${path}.${index}`))
      .reduce(both, {});
  }
  const dimension = Object.hasOwn(coarse, key) ? coarse[key] : undefined;
  if (dimension === undefined) return refuse(path, 'is not available for rounded counts');
  const comparators = Object.entries(part as Record<string, unknown>);
  if (typeof dimension !== 'string') return comparators.length ? periodOf(comparators, dimension, refuse, path) : {};
  return comparators
    .map(([name, operand]) => {
      if (name !== 'eq' && name !== 'in') return refuse(`${path}.${name}`, 'rounded counts allow only eq and in');
      return { [dimension]: [...new Set([operand].flat().map((each) => composed(String(each))))] };
    })
    .reduce(both, {});
}

function both(one: Cells, other: Cells): Cells {
  const result: Cells = { ...one };
  for (const [dimension, values] of Object.entries(other)) {
    result[dimension] = one[dimension]?.filter((each) => values.includes(each)) ?? values;
  }
  return result;
}

const WHOLE = 'rounded counts allow only one whole month or year, such as gte: "2025-01-01", lt: "2026-01-01"';

/** The single year or month between two bounds. */
function periodOf(
  comparators: [string, unknown][],
  dimension: { year: string; month: string },
  refuse: Refuse,
  path: string,
): Cells {
  const bounds = Object.fromEntries(comparators.map(([name, day]) => [name, String(day)]));
  const { gte, gt, lt, lte, ...others } = bounds;
  const first = gte ?? (gt && dayAfter(gt));
  const end = lt ?? (lte && dayAfter(lte));
  if (comparators.length !== 2 || Object.keys(others).length > 0 || !first || !end) return refuse(path, WHOLE);
  if (first.endsWith('-01-01') && end === `${following(first.slice(0, 4))}-01-01`) {
    return { [dimension.year]: [String(Number(first.slice(0, 4)))] };
  }
  if (first.endsWith('-01') && end === monthAfter(first)) return { [dimension.month]: [first.slice(0, 7)] };
  return refuse(path, WHOLE);
}

const following = (number: string) => String(Number(number) + 1).padStart(number.length, '0');

function monthAfter(first: string): string {
  const [year = '', month = ''] = first.split('-');
  return month === '12' ? `${following(year)}-01-01` : `${year}-${following(month)}-01`;
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
