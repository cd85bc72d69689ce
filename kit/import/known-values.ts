/** Beyond so many distinct values a column is left to SQL, which needs no memory for them here. */
const MAX_VALUES = 10_000;

/**
 * The distinct values of a column that names rows of another subgraph, gathered while the file is read: there are few of them,
 * so that remembering them is cheaper than to parse each again, and than to have PostgreSQL search a million rows for them.
 */
export class KnownValues {
  readonly #values = new Set<string>();
  #overflown = false;

  has(text: string): boolean {
    return this.#values.has(text);
  }

  add(value: string): void {
    if (this.#values.size < MAX_VALUES) this.#values.add(value);
    else this.#overflown = true;
  }

  /** All of them, or undefined where they are too many to remember. */
  get all(): readonly string[] | undefined {
    return this.#overflown ? undefined : [...this.#values];
  }
}
