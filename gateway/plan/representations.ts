import { remember } from '../../kit/execution/remember.js';
import type { Row } from './fault.js';

/** The representations that one fetch sends, by variable; the same entity is sent once. */
export class Representations {
  readonly variables: Record<string, Row[]> = {};
  private readonly indexes: Record<string, Map<string, number>> = {};

  /** Makes the variable known: it is sent even if it stays empty. */
  declare(variable: string): void {
    this.variables[variable] ??= [];
    this.indexes[variable] ??= new Map();
  }

  /** Adds a representation to a declared variable and tells its index. */
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

/** Tells representations apart. Most are a type and one key, which need no JSON: of the four words only the last can have spaces. */
function nameOf(row: Row): string {
  const [first, second, third] = Object.keys(row);
  const key = second === undefined ? undefined : row[second];
  if (first === '__typename' && third === undefined && typeof key === 'string')
    return `${first} ${row.__typename} ${second} ${key}`;
  return JSON.stringify(row);
}
