import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { isStorable } from '../database/loaders.js';
import type { Reader } from '../database/reader.js';
import { type Cells, type CoarseFields, coarseCells, type Refuse } from './rounded-filter.js';
import type { RoundedFunction } from './rounded-function.js';
import {
  checkFirst,
  completeGroups,
  groupedBy,
  MAXIMUM_GROUPS,
  type StatsArgs,
  type StatsDefinition,
} from './stats.js';

/** Stats that viewers who may not see the rows also get, rounded. */
export interface RoundedStats {
  readonly stats: StatsDefinition;
  readonly coarse: CoarseFields;
  readonly function: RoundedFunction;
}

/** The arguments of a rounding function. */
export interface RoundedCall {
  readonly parent: string;
  readonly dimensions: readonly string[];
  readonly cells: Cells;
}

/** The description of every field `rounded`. */
export const ROUNDED =
  'False if the figures are exact. True if they are rounded, because the viewer may not see the rows behind them. The rounding ' +
  'follows the Higher Education Statistics Agency of the UK (HESA):\n' +
  '- A count is rounded to the nearest multiple of 5: 0 to 2 becomes 0, 3 to 7 becomes 5. A group whose count becomes 0 is left out.\n' +
  '- If the filter has several values, the count is the sum of the rounded counts of each value.\n' +
  '- A share is computed from rounded counts.\n' +
  '- A share or a median of fewer than 8 people is null. A median is also null if the filter has several values that `groupBy` ' +
  'does not separate.';

/** Translates the arguments of a field into those of a rounding function. */
export function roundedCall(rounded: RoundedStats, parent: string, args: StatsArgs, refuse: Refuse): RoundedCall {
  const { stats, coarse } = rounded;
  checkFirst(args);
  // Arguments that are wrong for every viewer fail as bad input, before anything is refused.
  stats.filter.condition(stats.table, args.filter);
  const dimensions = groupedBy(stats, args).map(({ property }) => property);
  for (const name of args.groupBy ?? []) {
    const property = stats.dimensions.byName[name]?.property ?? '';
    if (!Object.hasOwn(rounded.function.dimensions, property))
      refuse('groupBy', `${name} is not available for rounded counts`);
  }
  return { parent, dimensions, cells: coarseCells(args.filter, coarse, refuse) };
}

/** The rows of a rounding function, as a table `stats` with one column: the row. */
export function callRounded(
  { schema, name }: RoundedFunction,
  call: RoundedCall,
  keys: readonly string[],
  medians: boolean,
) {
  const { parent, dimensions, cells } = call;
  return sql`${sql.id(schema, `rounded_${name}`)}(
    ${parent}::text, ${keys}::text[], ${dimensions}::text[], ${JSON.stringify(cells)}::jsonb, ${medians}::boolean) as stats`;
}

/** The rounded groups of each parent, in one statement for all parents. */
export function roundedByParent<Row>(
  reader: Reader,
  rounded: RoundedStats,
  call: RoundedCall,
  args: StatsArgs,
  selected: ReadonlySet<string>,
): DataLoader<string, Row[]> {
  const medians = Object.keys(rounded.function.medians).some((property) => selected.has(property));
  return new DataLoader(async (keys) => {
    const found = await reader.keptRows<{ stats: Row & { parentKey: string } }>(sql`
      select stats from (
        select stats, row_number() over (
          partition by stats->>'parentKey' order by ${sorted(rounded, call, args)}) as place
        from ${callRounded(rounded.function, call, keys.filter(isStorable), medians)}
      ) ranked where place <= ${args.first ?? MAXIMUM_GROUPS + 1} order by place`);
    const byParent = Map.groupBy(
      found.map(({ stats }) => stats),
      ({ parentKey }) => parentKey,
    );
    return keys.map((key) => completeGroups(byParent.get(key) ?? []));
  });
}

function sorted({ stats, function: { size } }: RoundedStats, { dimensions }: RoundedCall, { orderBy }: StatsArgs) {
  const asked = (orderBy ?? []).map(({ field, direction }) => ({
    property: stats.order.fields[field]?.property ?? size,
    direction,
  }));
  const terms = asked.length > 0 ? asked : [{ property: size, direction: 'DESC' as const }];
  return sql.join([
    ...terms.map(
      ({ property, direction }) =>
        sql`(stats->>${property}::text)::numeric ${sql.raw(direction === 'ASC' ? 'asc' : 'desc')} nulls last`,
    ),
    ...dimensions.map((property) => sql`stats->>${property}::text nulls last`),
  ]);
}
