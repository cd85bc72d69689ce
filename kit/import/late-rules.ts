import { type ClientBase, escapeIdentifier } from 'pg';
import type { ImportDefinition, RowRule } from './definition.js';
import type { Problem, ProblemList } from './problem.js';
import { STAGING } from './staging.js';

const BATCH_SIZE = 5_000;

/** A staged row with the columns that the rules look at, each as text. */
interface WholeRow {
  readonly line: number;
  readonly isNew: boolean;
  readonly values: Readonly<Record<string, string | null>>;
}

/**
 * Applies the rules that look at a column that the file does not have: what the hub holds there counts. Where the file has none of
 * a rule's columns, only a new row can break it.
 */
export async function applyLateRules(
  transaction: ClientBase,
  { rules = [] }: ImportDefinition,
  absent: readonly string[],
  problems: ProblemList,
): Promise<void> {
  const late = rules.filter(({ columns }) => columns.some((column) => absent.includes(column)));
  if (late.length === 0) return;
  const columns = [...new Set(late.flatMap((rule) => rule.columns))];
  const values = columns.map((column) => `'${column}', s.${escapeIdentifier(column)}::text`).join(', ');
  await transaction.query(
    `declare import_rows no scroll cursor for
     select s.line, s.is_new as "isNew", json_build_object(${values}) as values from ${STAGING} s where not s.flawed`,
  );
  for (;;) {
    const { rows } = await transaction.query<WholeRow>(`fetch ${BATCH_SIZE} from import_rows`);
    for (const row of rows) {
      for (const rule of late) {
        const problem = broken(rule, row, absent);
        if (problem) problems.add(problem);
      }
    }
    if (rows.length < BATCH_SIZE) break;
  }
  await transaction.query('close import_rows');
}

function broken({ columns, problem }: RowRule<string>, row: WholeRow, absent: readonly string[]): Problem | undefined {
  const missing = columns.filter((column) => absent.includes(column));
  if (missing.length === columns.length && !row.isNew) return undefined;
  const [value = '', ...others] = columns.map((column) => row.values[column] ?? '');
  const message = problem(value, ...others);
  const [column = null] = columns;
  return message === undefined
    ? undefined
    : { line: row.line, column, value, message: `${message} (${origin(row, missing)})` };
}

/** Says where the values come from that stand nowhere in the sheet. */
function origin({ isNew, values }: WholeRow, missing: readonly string[]): string {
  if (isNew) return `the sheet has no ${missing.join(', ')}`;
  return `the hub holds ${missing.map((column) => (values[column] ? `${column} ${values[column]}` : `no ${column}`)).join(', ')}`;
}
