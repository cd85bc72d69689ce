import type { Problem } from './problem.js';

/** What an import did, or why it did nothing. */
export interface ImportReport {
  readonly kind: string;
  /** Whether it was only tried; the counts then say what it would have done. */
  readonly dryRun: boolean;
  /** Rows of the file. */
  readonly read: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  /** The first hundred problems by line; with a single one nothing is loaded. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
}

const MAX_VALUE_LENGTH = 80;

/** The report in words: one line, and one for each problem. */
export function formatReport(report: ImportReport): string {
  return report.problemCount > 0 ? formatProblems(report) : `${report.kind}: ${formatCounts(report)}`;
}

function formatCounts({ read, inserted, updated, unchanged, dryRun }: ImportReport): string {
  const rows = `${counted(read, 'row')} read`;
  if (inserted === 0 && updated === 0) {
    return read === 0
      ? `${rows}: nothing to load.`
      : `${rows}: nothing changed, the hub already holds every one as it is here.`;
  }
  const counts = `${inserted.toLocaleString('en')} inserted, ${updated.toLocaleString('en')} updated, ${unchanged.toLocaleString('en')} unchanged`;
  return dryRun ? `${rows}; a dry run, nothing was loaded; it would be ${counts}.` : `${rows}: ${counts}.`;
}

function formatProblems({ kind, read, problems, problemCount }: ImportReport): string {
  const lines = [`${kind}: nothing was loaded: ${counted(problemCount, 'problem')} in ${counted(read, 'row')}.`];
  for (const problem of problems) lines.push(formatProblem(problem));
  if (problemCount > problems.length) lines.push(`and ${(problemCount - problems.length).toLocaleString('en')} more`);
  return lines.join('\n');
}

/** One problem on one line: `line 17, column started_on: "31/12/2025" must be an ISO 8601 date such as 2025-12-31`. */
export function formatProblem({ line, column, value, message }: Problem): string {
  const shown = value.length > MAX_VALUE_LENGTH ? `${value.slice(0, MAX_VALUE_LENGTH)}…` : value;
  return `line ${line}${column === null ? '' : `, column ${column}`}: ${value === '' ? '' : `${JSON.stringify(shown)} `}${message}`;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
