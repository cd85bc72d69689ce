import { ProblemList } from './problem.js';

/** A problem that a statement found, and how many it found in all. */
export interface FoundProblem {
  readonly line: number;
  readonly value: string | null;
  readonly message: string;
  readonly total: number;
  /** Whether the value names nothing, rather than something that is wrong here. */
  readonly unknown?: boolean;
}

/** How many problems a statement gives; it counts the others. */
export const FOUND_LIMIT = ProblemList.maxShown;

/** Adds what a statement found on a column. */
export function addFound(problems: ProblemList, column: string, found: readonly FoundProblem[]): void {
  problems.addFirst(
    found.map(({ line, value, message, unknown }) => ({
      line,
      column,
      value: value ?? '',
      message,
      ...(unknown && value !== null && { sought: value }),
    })),
    found[0]?.total ?? 0,
  );
}
