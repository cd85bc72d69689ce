import type { DatabaseFunction } from '../database/functions.js';

/** What a rounding function can compute. Every expression is over a row `r` of its table. */
export interface RoundedFunction {
  readonly schema: string;
  /** The function is `<schema>.rounded_<name>`. */
  readonly name: string;
  readonly table: string;
  /** The parents whose rows can be counted, as conditions on `r` and `parent.key`. */
  readonly parents: Readonly<Record<string, string>>;
  /** The dimensions for grouping and filtering, by the property of the stats row. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** Counts each row once for each of its `join`ed parts. The properties of the part are in every group. */
  readonly each?: {
    readonly join: string;
    readonly reads: readonly string[];
    readonly properties: Readonly<Record<string, string>>;
    /** The only column of `r` on which the parts depend. Rows with the same value are counted before the join. */
    readonly tally?: string;
  };
  /** The property for the number of rows in a group. */
  readonly size: string;
  /** Counts: each has a predicate that selects its rows. */
  readonly counts: Readonly<Record<string, string>>;
  /** Shares: one count divided by another. */
  readonly shares: Readonly<Record<string, { readonly part: string; readonly whole: string }>>;
  readonly medians: Readonly<Record<string, string>>;
  /** The person that a row is about. A median must cover enough different people. */
  readonly person: string;
}

/** A median covers at least this many people, a share at least this many rows. */
export const FEWEST_PEOPLE = 8;

/** Rounds to the nearest multiple of five. FEWEST_PEOPLE rounds to 10, and no smaller number does. */
const rounded = (count: string) => `(${count} + 2) / 5 * 5`;
const roundedFewest = Math.floor((FEWEST_PEOPLE + 2) / 5) * 5;

/**
 * Makes the function that reads all rows and returns only rounded counts. It must be safe against every caller, even somebody who took
 * over the application's role: a caller can only pass names, and the function counts each row once for each parent.
 * If a filter has several values, the answer is the sum of the answers for each value. The difference of two such sums reveals
 * nothing new.
 */
export function roundedFunction(declaration: RoundedFunction): DatabaseFunction {
  const { schema, name, table, parents, dimensions, each } = declaration;
  const qualified = `${schema}.rounded_${name}`;
  const always = Object.keys(each?.properties ?? {});
  const properties = Object.entries(each?.properties ?? {});
  const cellColumns = [
    ...properties.map(([property, expression]) => `${expression} as "${property}"`),
    `${rounded(tally(declaration))} as "${declaration.size}"`,
    ...Object.entries(declaration.counts).map(
      ([property, predicate]) => `${rounded(tally(declaration, `filter (where ${predicate})`))} as "${property}"`,
    ),
  ].join(',\n        ');
  const cellGroup = ['"parentKey"', ...properties.map(([, expression]) => expression)].join(', ');
  const text = `create or replace function ${qualified}(parent text, keys text[], dimensions text[], cells jsonb, medians boolean)
returns setof jsonb language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $rounded$
declare
  conditions constant jsonb := ${literal(parents)};
  expressions constant jsonb := ${literal(dimensions)};
  belongs constant text := conditions ->> parent;
  wanted constant text[] := coalesce(dimensions, '{}');
  chosen constant jsonb := coalesce(cells, '{}');
  strange text;
  columns text;
  grouped text;
  pairs text;
  filtering text;
  list_columns text;
  lists text;
begin
  select string_agg(asked.name, ', ') into strange
  from (select unnest(wanted) union select jsonb_object_keys(chosen)) asked(name)
  where asked.name is null or expressions ->> asked.name is null;
  if belongs is null or strange is not null or array_position(wanted, null) is not null then
    raise exception 'not a parent, dimension or cell: %', coalesce(strange, parent) using errcode = '22023';
  end if;
  select string_agg(format('%s as "dimension %s"', expressions ->> asked.name, asked.place), ', ' order by asked.place),
    string_agg(format('"dimension %s"', asked.place), ', ' order by asked.place),
    string_agg(format(', %L, "dimension %s"', asked.name, asked.place), '' order by asked.place)
  into columns, grouped, pairs from unnest(wanted) with ordinality asked(name, place);
  select string_agg(format(' and (%s)::text = any(%L::text[])', expressions ->> cell.key,
      array(select jsonb_array_elements_text(cell.value))), ''),
    string_agg(format(', %s as "cell %s"', expressions ->> cell.key, cell.key), '') filter (where is_list),
    string_agg(format(', "cell %s"', cell.key), '') filter (where is_list)
  into filtering, list_columns, lists
  from (select key, value, jsonb_array_length(value) > 1 and key <> all(wanted) as is_list from jsonb_each(chosen)) cell;
  return query execute
    $$with cell as (select ${each?.tally ? 'r."parentKey"' : 'parent.key as "parentKey"'}, ${cellColumns}$$
    || case when medians and lists is null then $$${medianColumns(declaration)}$$ else $$${noMedians(declaration)}$$ end
    || ${each?.tally ? NAMES : COLUMNS}
    || $$ from ${each?.tally ? `(select parent.key as "parentKey", count(*) as weight, ${each.tally}$$ || ${COLUMNS} || $$ from ` : ''}
      (select distinct unnest($1)) parent(key) join ${table} r on $$ || belongs
    || $$ ${each?.tally ? '' : (each?.join ?? '')} where true$$ || coalesce(filtering, '')
    ${each?.tally ? `|| $$ group by "parentKey", ${each.tally}$$ || ${NAMES} || $$) r ${each.join}$$` : ''}
    || $$ group by ${cellGroup}$$ || ${NAMES}
    || $$)
    select jsonb_build_object('parentKey', "parentKey", 'rounded', true, ${resultPairs(declaration)},
      'groupKey', jsonb_build_array($$ || coalesce(grouped, '') || $$)::text$$ || coalesce(pairs, '')
    || $$) from cell group by ${['parentKey', ...always].map((property) => `"${property}"`).join(', ')}$$
    || coalesce(', ' || grouped, '') || $$ having sum("${declaration.size}") > 0$$
    using keys;
end
$rounded$`;
  return {
    signature: `${qualified}(text, text[], text[], jsonb, boolean)`,
    reads: [table, ...(each?.reads ?? [])],
    text,
  };
}

/** The groups of a row besides its parent: as columns of the inner query, and by their names. */
const COLUMNS = "coalesce(', ' || columns, '') || coalesce(list_columns, '')";
const NAMES = "coalesce(', ' || grouped, '') || coalesce(lists, '')";

const tally = ({ each }: RoundedFunction, filter = '') =>
  each?.tally ? `coalesce(sum(r.weight) ${filter}, 0)::bigint` : `count(*) ${filter}`;

const literal = (values: object) => `'${JSON.stringify(values).replaceAll("'", "''")}'`;

function medianColumns({ medians, person }: RoundedFunction): string {
  return Object.entries(medians)
    .map(
      ([property, value]) => `,
        case when count(distinct ${person}) filter (where ${value} is not null) >= ${FEWEST_PEOPLE}
          then percentile_cont(0.5) within group (order by ${value}) end as "${property}"`,
    )
    .join('');
}

const noMedians = ({ medians }: RoundedFunction) =>
  Object.keys(medians)
    .map((property) => `, null::double precision as "${property}"`)
    .join('');

/** The outer row. It adds the cells up, computes shares from the sums, and has a median only if the group is a single cell. */
function resultPairs({ each, size, counts, shares, medians }: RoundedFunction): string {
  return [
    ...Object.keys(each?.properties ?? {}).map((property) => `'${property}', "${property}"`),
    ...[size, ...Object.keys(counts)].map((property) => `'${property}', sum("${property}")::integer`),
    ...Object.entries(shares).map(
      ([property, { part, whole }]) =>
        `'${property}', case when max("${whole}") >= ${roundedFewest} then sum("${part}")::float / sum("${whole}")::float end`,
    ),
    ...Object.keys(medians).map((property) => `'${property}', max("${property}")`),
  ].join(', ');
}
