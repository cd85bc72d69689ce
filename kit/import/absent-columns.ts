import { type ClientBase, escapeIdentifier } from 'pg';
import type { ImportDefinition } from './definition.js';
import { addFound, FOUND_LIMIT, type FoundProblem } from './found.js';
import { heldColumn, joinHeld } from './held.js';
import type { ProblemList } from './problem.js';
import { analyzeStaging, STAGING } from './staging.js';

/**
 * Fills the columns that the file does not have with the values of the hub, so that every later check and the merge see complete rows.
 * `is_new` then marks the rows that the hub does not have.
 */
export async function fillAbsentColumns(
  transaction: ClientBase,
  definition: ImportDefinition,
  absent: readonly string[],
): Promise<void> {
  const columns = Object.keys(definition.columns).map((name) =>
    absent.includes(name)
      ? `${heldColumn(definition, name)} as ${escapeIdentifier(name)}`
      : `s.${escapeIdentifier(name)}`,
  );
  await transaction.query(`alter table ${STAGING} rename to import_sheet`);
  // Every table has a `tableoid`, and no row of one is without it.
  await transaction.query(
    `create temporary table import_staging on commit drop as
     select s.line, s.flawed, t.tableoid is null as is_new, ${columns.join(', ')}
     from ${joinHeld(definition, 'pg_temp.import_sheet', 'left join')}`,
  );
  await transaction.query('drop table pg_temp.import_sheet');
  await analyzeStaging(transaction);
}

/** Finds the new rows that lack what a new row needs. */
export async function checkNewRows(
  transaction: ClientBase,
  { columns, key }: ImportDefinition,
  absent: readonly string[],
  problems: ProblemList,
): Promise<void> {
  const needed = absent.filter((name) => columns[name]?.cell.required);
  const named = key.map((name) => `s.${escapeIdentifier(name)}`).join(', ');
  for (const column of needed) {
    const { rows } = await transaction.query<FoundProblem>(
      `select s.line, '' as value, count(*) over ()::integer as total,
         'must be in the sheet: ' || concat_ws(', ', ${named}) || ' is new to the hub, and a new row needs it' as message
       from ${STAGING} s where s.is_new and not s.flawed order by s.line limit ${FOUND_LIMIT}`,
    );
    addFound(problems, column, rows);
  }
}
