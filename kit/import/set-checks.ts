import { type ClientBase, escapeIdentifier } from 'pg';
import type { ImportDefinition, SetCheck } from './definition.js';
import { addFound, FOUND_LIMIT, type FoundProblem } from './found.js';
import type { ProblemList } from './problem.js';
import { STAGING } from './staging.js';

/** Finds the rows that repeat the key of an earlier one. */
export async function checkKeys(
  transaction: ClientBase,
  { key, columns }: ImportDefinition,
  problems: ProblemList,
): Promise<void> {
  // A plain column keeps the comparison hashable and cheap; only a column that may be unknown needs a stand-in for NULL.
  const parts = key.map((name) => {
    const column = `s.${escapeIdentifier(name)}`;
    return columns[name]?.cell.required ? column : `coalesce(${column}::text, '')`;
  });
  const names = parts.map((_, index) => `k${index + 1}`);
  const { rows } = await transaction.query<FoundProblem>(
    `with repeated as (
       select min(line) as first_line, ${parts.map((part, index) => `${part} as ${names[index]}`).join(', ')}
       from ${STAGING} s where ${known(key)} group by ${parts.join(', ')} having count(*) > 1
     )
     select s.line, concat_ws(', ', ${parts.join(', ')}) as value, 'repeats the key of line ' || r.first_line as message,
       count(*) over ()::integer as total
     from repeated r join ${STAGING} s on ${parts.map((part, index) => `${part} = r.${names[index]}`).join(' and ')} and s.line > r.first_line
     where ${known(key)}
     order by s.line limit ${FOUND_LIMIT}`,
  );
  addFound(problems, key.join(', '), rows);
}

/** A flawed row's key may be one of its bad cells. */
function known(key: readonly string[]): string {
  return `(not s.flawed or (${key.map((name) => `s.${escapeIdentifier(name)} is not null`).join(' and ')}))`;
}

/** Runs a definition's own checks; a row with a bad cell is left out, because that cell is unknown here. */
export async function runSetChecks(
  transaction: ClientBase,
  { columns }: ImportDefinition,
  checks: readonly SetCheck<string>[],
  problems: ProblemList,
): Promise<void> {
  for (const { column, sql } of checks) {
    const { rows } = await transaction.query<FoundProblem>(
      `select found.line, found.value::text, found.message::text, count(*) over ()::integer as total
       from (${sql(STAGING)}) found
       where not exists (select from ${STAGING} s where s.line = found.line and s.flawed)
       order by found.line limit ${FOUND_LIMIT}`,
    );
    const shown = columns[column]?.shown;
    addFound(problems, column, shown ? rows.map((row) => ({ ...row, value: shown(row.value) })) : rows);
  }
}
