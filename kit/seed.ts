import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Marks } from './import/definition.js';

/**
 * One step of a subgraph's first filling. A step runs once in the life of a database, by its name:
 * later facts come as later steps, so that what an operator has changed meanwhile stays changed.
 */
export type SeedStep =
  /** The subgraph's own facts. */
  | { readonly name: string; insert(em: SqlEntityManager): Promise<void> }
  /** A spreadsheet, loaded by the same import as an operator's. `file` is relative to the folder of the project. */
  | { readonly name: string; readonly kind: string; readonly file: string; readonly marks?: Partial<Marks> };
