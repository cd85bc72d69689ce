import type { ChangedRow, Changes } from './changes.js';
import type { Problem } from './problem.js';
import { quoted } from './quoted.js';

/** What an import did, or why it did nothing. */
export interface ImportReport {
  readonly kind: string;
  /** Whether it was a dry run. The counts then say what it would have done. */
  readonly dryRun: boolean;
  /** Whether the file may empty values that the hub holds. */
  readonly emptiesValues: boolean;
  /** Rows of the file. */
  readonly read: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  /** The first hundred problems by line; with a single one nothing is loaded. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  /** The first hundred things that are unlikely and yet possible, by line. */
  readonly warnings: readonly Problem[];
  readonly warningCount: number;
  /** What the file changes; nothing where it has problems. */
  readonly changes: Changes;
}

/** Whether a load of the file is refused: it has problems, or it would empty values without leave. */
export function isRefused({ problemCount, changes, emptiesValues }: ImportReport): boolean {
  return problemCount > 0 || (changes.emptied > 0 && !emptiesValues);
}

const MAX_VALUE_LENGTH = 80;

/** The report in words: what happened, and a line for each problem, or for each warning and each row that changes. */
export function formatReport(report: ImportReport): string {
  if (report.problemCount > 0) return formatProblems(report);
  const outcome = [formatOutcome(report), ...formatEmptied(report)];
  const details = isTurnedAway(report) ? [] : [...formatWarnings(report), ...formatChanges(report)];
  return [...outcome, ...details].join('\n');
}

/** Whether nothing was loaded though a load was wanted. */
function isTurnedAway(report: ImportReport): boolean {
  return isRefused(report) && !report.dryRun;
}

function formatOutcome(report: ImportReport): string {
  const { kind, read, inserted, updated, unchanged, dryRun } = report;
  const rows = `${kind}: ${counted(read, 'row')} read`;
  if (isTurnedAway(report)) return `${rows}: nothing was loaded, because it would empty values.`;
  if (inserted === 0 && updated === 0) {
    return read === 0
      ? `${rows}: nothing to load.`
      : `${rows}: nothing changed, the hub already holds every one as it is here.`;
  }
  const counts = `${number(inserted)} inserted, ${number(updated)} updated, ${number(unchanged)} unchanged`;
  return dryRun ? `${rows}; a dry run, nothing was loaded; it would be ${counts}.` : `${rows}: ${counts}.`;
}

/** How many values become unknown, and in a dry run each of them. */
function formatEmptied(report: ImportReport): string[] {
  const { changes, dryRun } = report;
  if (changes.emptied === 0) return [];
  const columns = changes.columns.filter(({ emptied }) => emptied > 0);
  const list = columns.map(({ column, emptied }) => `${column} ${number(emptied)}`).join(', ');
  const verb = isTurnedAway(report) ? 'would empty' : dryRun ? 'empties' : 'emptied';
  const lines = [`It ${verb} ${counted(changes.emptied, 'value')} that the hub holds: ${list}.`];
  if (isTurnedAway(report)) lines.push(`${LEAVE} --dry-run shows each value.`);
  else if (isRefused(report)) lines.push(LEAVE);
  return dryRun ? [...lines, ...formatEmptiedRows(changes)] : lines;
}

const LEAVE =
  'An empty cell means unknown. To keep what the hub holds, leave the column out of the sheet. To empty it, add --empties-values.';

function formatEmptiedRows({ emptied, emptiedRows }: Changes): string[] {
  const lines = emptiedRows.flatMap(({ line, key, values }) =>
    values.map(({ column, before }) => `line ${line}, ${key}: empties ${column}, which is ${inQuotes(before)}`),
  );
  return [...lines, ...andMore(emptied - lines.length, 'value')];
}

function formatWarnings({ warnings, warningCount }: ImportReport): string[] {
  if (warningCount === 0) return [];
  const lines = warnings.map((warning) => `warning: ${formatProblem(warning)}`);
  return [...lines, ...andMore(warningCount - warnings.length, 'warning')];
}

/** What changes in each row and, where these are too many to show, how much of each column. */
function formatChanges({ changes }: ImportReport): string[] {
  const { rows, rowCount, columns } = changes;
  const lines = rows.map(formatChangedRow);
  if (rowCount === rows.length) return lines;
  const list = columns.map(({ column, changed }) => `${column} ${number(changed)}`).join(', ');
  return [...lines, ...andMore(rowCount - rows.length, 'changed row'), `values that change in all rows: ${list}`];
}

function formatChangedRow({ line, key, values }: ChangedRow): string {
  return `line ${line}, ${key}: ${values.map(({ column, before, after }) => `${column} ${inQuotes(before)} → ${inQuotes(after)}`).join(', ')}`;
}

function formatProblems({ kind, read, problems, problemCount }: ImportReport): string {
  const lines = [`${kind}: nothing was loaded: ${counted(problemCount, 'problem')} in ${counted(read, 'row')}.`];
  for (const problem of problems) lines.push(formatProblem(problem));
  if (problemCount > problems.length) lines.push(`and ${number(problemCount - problems.length)} more`);
  return lines.join('\n');
}

/** One problem on one line: `line 17, column started_on: "31/12/2025" must be an ISO 8601 date such as 2025-12-31`. */
export function formatProblem({ line, column, value, message }: Problem): string {
  return `line ${line}${column === null ? '' : `, column ${column}`}: ${value === '' ? '' : `${inQuotes(value)} `}${message}`;
}

function inQuotes(value: string | null): string {
  if (value === null) return 'unknown';
  return quoted(value.length > MAX_VALUE_LENGTH ? `${value.slice(0, MAX_VALUE_LENGTH)}…` : value);
}

function andMore(count: number, noun: string): string[] {
  return count > 0 ? [`and ${counted(count, `more ${noun}`)}`] : [];
}

function counted(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function number(count: number): string {
  return count.toLocaleString('en');
}
