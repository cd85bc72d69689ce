import { type ExecutionResult, execute, parse, validate } from 'graphql';
import pg from 'pg';
import { migrate } from '../../kit/database/migrate.js';
import { openSessions } from '../../kit/database/sessions.js';
import { runRequest } from '../../kit/request.js';
import { databaseOf, openSubgraph, type Subgraph } from '../../kit/subgraph.js';
import type { Viewer } from '../../kit/viewer.js';
import { freshDatabase } from './postgres.js';
import { recordStatements } from './statements.js';

/** One subgraph alone on a database of its own, asked as the gateway would ask it. */
export interface TestSubgraph {
  /** Runs an operation; each call is a request of its own, of the hub's operator where no viewer is given. Fails the test on a document that does not fit the schema. */
  query<Data = Record<string, unknown>>(
    document: string,
    variables?: Record<string, unknown>,
    viewer?: Viewer,
  ): Promise<ExecutionResult<Data> & { statements: string[] }>;
  /** Runs SQL as the owner, past the subgraph. */
  sql<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  readonly ownerUrl: string;
  close(): Promise<void>;
}

export const ADMIN: Viewer = { role: 'ADMIN', subject: 'test', company: null, expiresAt: null };

export async function openTestSubgraph(definition: Subgraph): Promise<TestSubgraph> {
  const database = await freshDatabase();
  await migrate(databaseOf(definition), database.ownerUrl, database.applicationUrl);
  const sessions = openSessions(database.applicationUrl);
  const subgraph = await openSubgraph(definition, sessions);
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  let requests = 0;
  return {
    ownerUrl: database.ownerUrl,
    async query<Data>(source: string, variables?: Record<string, unknown>, viewer: Viewer = ADMIN) {
      const document = parse(source);
      const invalid = validate(subgraph.schema, document);
      if (invalid.length) throw new Error(`${invalid.join('\n')}\n\n${source}`);
      requests += 1;
      const { result, statements } = await recordStatements(() =>
        runRequest({ requestId: `test-${requests}`, viewer }, async (request) => {
          const contextValue = subgraph.createContext(request);
          return execute({ schema: subgraph.schema, document, variableValues: variables, contextValue });
        }),
      );
      return { ...(result as ExecutionResult<Data>), statements };
    },
    sql: async (text, values) => (await owner.query(text, values)).rows as never,
    async close() {
      await sessions.close();
      await owner.end();
      await database.drop();
    },
  };
}
