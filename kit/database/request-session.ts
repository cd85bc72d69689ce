import type pg from 'pg';
import type { Viewer } from '../viewer.js';
import type { Statement } from './statement.js';

/** What has to be written, before the transaction ends, about what was read in it. */
export type BeforeCommit = (query: Query) => Promise<void>;
export type Query = (statement: Statement) => Promise<pg.QueryResult>;

/** The one way to the database in a request. */
export interface RequestSession {
  /** A moment before its transaction began, by the writes that were heard of; undefined where nothing that is kept is for it. */
  readonly since?: number | undefined;
  /** Names those who see the same rows: policies look at nothing else of a viewer. */
  readonly sees: string;
  query(statement: Statement): Promise<pg.QueryResult>;
  /** Has work done once in the transaction before its end; what it writes is as lasting as the answer is out. */
  writeBeforeCommit(work: BeforeCommit): void;
}

/** Names those who see the same rows as this viewer. */
export function seesAs({ role, company }: Viewer): string {
  return `${role} ${company ?? ''}`;
}
