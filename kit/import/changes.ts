import { type ClientBase, escapeIdentifier } from 'pg';
import type { Column, ImportDefinition } from './definition.js';
import { heldColumn, joinHeld } from './held.js';
import { STAGING } from './staging.js';

/** A value of a row that the file changes; null is unknown. */
export interface ChangedValue {
  readonly column: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A row of the hub that the file changes. */
export interface ChangedRow {
  readonly line: number;
  readonly key: string;
  readonly values: readonly ChangedValue[];
}

/** How many values of a column change, and how many of these become unknown. */
export interface ChangedColumn {
  readonly column: string;
  readonly changed: number;
  readonly emptied: number;
}

/** What a file changes in the rows that the hub holds. */
export interface Changes {
  readonly rowCount: number;
  /** The first rows by line. */
  readonly rows: readonly ChangedRow[];
  /** The columns that change, in the order of the definition. */
  readonly columns: readonly ChangedColumn[];
  /** How many values become unknown. */
  readonly emptied: number;
  /** The first rows in which values become unknown, with these values. */
  readonly emptiedRows: readonly ChangedRow[];
}

export const MAX_CHANGED_ROWS = 100;
export const MAX_EMPTIED_ROWS = 1_000;

export const NO_CHANGES: Changes = { rowCount: 0, rows: [], columns: [], emptied: 0, emptiedRows: [] };

/** A column that the file has: before and after in `import_change`. */
interface Compared extends Column {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Compares the staged rows with those of the hub. */
export async function findChanges(
  transaction: ClientBase,
  definition: ImportDefinition,
  absent: readonly string[],
): Promise<Changes> {
  const compared = Object.entries(definition.columns)
    .filter(([name]) => !absent.includes(name))
    .map(([name, column], index): Compared => ({ ...column, name, before: `c.b${index}`, after: `c.a${index}` }));
  const rowCount = await noteChanges(transaction, definition, compared);
  if (rowCount === 0) return NO_CHANGES;
  const columns = await countColumns(transaction, compared);
  const emptied = columns.reduce((sum, column) => sum + column.emptied, 0);
  return {
    rowCount,
    rows: await firstRows(transaction, compared, MAX_CHANGED_ROWS, differs),
    columns,
    emptied,
    emptiedRows: emptied > 0 ? await firstRows(transaction, compared, MAX_EMPTIED_ROWS, isEmptied) : [],
  };
}

const differs = ({ before, after }: Compared) => `${before} is distinct from ${after}`;
const isEmptied = ({ before, after }: Compared) => `(${before} is not null and ${after} is null)`;

/** Keeps the rows that change as the table `import_change`, which lasts as long as the transaction. */
async function noteChanges(
  transaction: ClientBase,
  definition: ImportDefinition,
  compared: readonly Compared[],
): Promise<number> {
  const pairs = compared.map(({ name }) => [heldColumn(definition, name), `s.${escapeIdentifier(name)}`] as const);
  const key = definition.key.map((name) => `s.${escapeIdentifier(name)}`).join(', ');
  const { rowCount } = await transaction.query(
    `create temporary table import_change on commit drop as
     select s.line, concat_ws(', ', ${key}) as key, ${pairs.map(([held, staged], index) => `${held} as b${index}, ${staged} as a${index}`).join(', ')}
     from ${joinHeld(definition, STAGING)}
     where ${pairs.map(([held, staged]) => `${held} is distinct from ${staged}`).join(' or ')}`,
  );
  return rowCount ?? 0;
}

async function countColumns(transaction: ClientBase, compared: readonly Compared[]): Promise<ChangedColumn[]> {
  const counts = compared.map(
    (column) =>
      `json_build_object('column', '${column.name}', 'changed', count(*) filter (where ${differs(column)}), 'emptied', count(*) filter (where ${isEmptied(column)}))`,
  );
  const { rows } = await transaction.query<{ columns: ChangedColumn[] }>(
    `select json_build_array(${counts.join(', ')}) as columns from import_change c`,
  );
  return (rows[0]?.columns ?? []).filter(({ changed }) => changed > 0);
}

/** The first rows in which some column is `chosen`, with the values of these columns. */
async function firstRows(
  transaction: ClientBase,
  compared: readonly Compared[],
  limit: number,
  chosen: (column: Compared) => string,
): Promise<ChangedRow[]> {
  const values = compared.map(
    (column) =>
      `('${column.name}', ${asText(column, column.before)}, ${asText(column, column.after)}, ${chosen(column)})`,
  );
  const { rows } = await transaction.query<ChangedRow>(
    `select c.line, c.key, v.values
     from (select * from import_change c where ${compared.map(chosen).join(' or ')} order by line limit ${limit}) c
     cross join lateral (
       select json_agg(json_build_object('column', name, 'before', before, 'after', after)) as values
       from (values ${values.join(', ')}) as v (name, before, after, is_chosen) where is_chosen
     ) v order by c.line`,
  );
  const shownOf = new Map(compared.map(({ name, shown }) => [name, shown]));
  return rows.map((row) => ({ ...row, values: row.values.map((value) => asShown(value, shownOf.get(value.column))) }));
}

/** A value as the file writes it. */
function asText({ cell }: Compared, value: string): string {
  return cell.sqlType.endsWith('[]') ? `array_to_string(${value}, '|')` : `${value}::text`;
}

function asShown(value: ChangedValue, shown: Column['shown']): ChangedValue {
  return shown ? { ...value, before: shown(value.before), after: shown(value.after) } : value;
}
