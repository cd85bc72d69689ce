import { escapeIdentifier } from 'pg';

/** Columns of a table and, for each, an SQL expression over the staged row `s` (and what `from` joins to it). */
export type Assignments = Readonly<Record<string, string>>;

/** The columns that are called the same in the file and in the table. */
export function same(...columns: string[]): Assignments {
  return Object.fromEntries(columns.map((column) => [column, `s.${escapeIdentifier(column)}`]));
}

/** The condition that the staged row `s` names the row `t` of a table. */
export function sameKey(key: Assignments): string {
  return Object.entries(key)
    .map(([column, expression]) => `t.${escapeIdentifier(column)} = ${expression}`)
    .join(' and ');
}
