import { remember } from '../../kit/execution/remember.js';
import type { Row } from './fault.js';

/** The representations that one fetch sends, by variable; the same entity is sent once. */
export class Representations {
  readonly variables: Record<string, Row[]> = {};
  private readonly indexes = new Map<string, number>();

  /** Makes the variable known: it is sent even if it stays empty. */
  declare(variable: string): Row[] {
    this.variables[variable] ??= [];
    return this.variables[variable];
  }

  /** Adds a representation and tells its index. */
  add(variable: string, row: Row): number {
    const key = `${variable} ${JSON.stringify(row)}`;
    return remember(this.indexes, key, () => this.declare(variable).push(row) - 1);
  }

  count(variable: string): number {
    return this.variables[variable]?.length ?? 0;
  }

  get isEmpty(): boolean {
    return Object.values(this.variables).every((rows) => rows.length === 0);
  }
}
