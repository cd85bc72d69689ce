import type pg from 'pg';
import type { Viewer } from '../viewer.js';
import type { Statement } from './statement.js';

/** The records of reads that must be written before the transaction ends. */
export type BeforeCommit = (query: Query) => Promise<void>;
export type Query = (statement: Statement) => Promise<pg.QueryResult>;

/** The only access to the database in a request. */
export interface RequestSession {
  /** A moment before its transaction began, on the clock of reported writes. Undefined if it must not use kept rows. */
  readonly since?: number | undefined;
  /** A key of all viewers who see the same rows. Row policies depend on nothing else. */
  readonly sees: string;
  query(statement: Statement): Promise<pg.QueryResult>;
  /** Adds work to be done once in the transaction before its end. The answer is sent only if its writes are committed. */
  writeBeforeCommit(work: BeforeCommit): void;
}

/** A key of all viewers who see the same rows as this viewer. */
export function seesAs({ role, company }: Viewer): string {
  return `${role} ${company ?? ''}`;
}
