import { remember } from '../../kit/execution/remember.js';
import type { Row } from './fault.js';

/** The representations that one fetch sends, by variable; the same entity is sent once. */
export class Representations {
  readonly variables: Record<string, Row[]> = {};
  private readonly indexes: Record<string, Map<string, number>> = {};

  /** Declares the variable. It is sent even if it stays empty. */
  declare(variable: string): void {
    this.variables[variable] ??= [];
    this.indexes[variable] ??= new Map();
  }

  /** Adds a representation to a declared variable and returns its index. */
  add(variable: string, row: Row): number {
    const rows = this.variables[variable] as Row[];
    return remember(this.indexes[variable] as Map<string, number>, nameOf(row), () => rows.push(row) - 1);
  }

  count(variable: string): number {
    return this.variables[variable]?.length ?? 0;
  }

  get isEmpty(): boolean {
    return Object.values(this.variables).every((rows) => rows.length === 0);
  }
}

/** A key that distinguishes representations. Most have a type and one key field and need no JSON: only the last of the four words can contain spaces. */
function nameOf(row: Row): string {
  const [first, second, third] = Object.keys(row);
  const key = second === undefined ? undefined : row[second];
  if (first === '__typename' && third === undefined && typeof key === 'string')
    return `${first} ${row.__typename} ${second} ${key}`;
  return JSON.stringify(row);
}
