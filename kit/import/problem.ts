/** What is wrong at one place of a file. */
export interface Problem {
  readonly line: number;
  /** The column, or null where the row as a whole is wrong. */
  readonly column: string | null;
  /** What the cell holds; empty where nothing does. */
  readonly value: string;
  /** What would be right: `must be an ISO 8601 date such as 2025-12-31`. */
  readonly message: string;
  /** What the cell seems to name, where nothing is called so; the report may then say what is. */
  readonly sought?: string;
}

const MAX_SHOWN = 100;

/** Counts every problem and keeps the first of them in the order of the file, so that a file of nothing but problems costs no memory. */
export class ProblemList {
  #kept: Problem[] = [];
  #count = 0;

  static readonly maxShown = MAX_SHOWN;

  get count(): number {
    return this.#count;
  }

  add(problem: Problem): void {
    this.#count += 1;
    this.#kept.push(problem);
    if (this.#kept.length >= 10 * MAX_SHOWN) this.#kept = this.first();
  }

  /** Adds the first problems of a check, and counts the others. */
  addFirst(problems: readonly Problem[], total: number): void {
    for (const problem of problems) this.add(problem);
    this.#count += total - problems.length;
  }

  /** The first problems by line. */
  first(): Problem[] {
    return this.#kept.toSorted((a, b) => a.line - b.line).slice(0, MAX_SHOWN);
  }
}
