import { type ExecutionResult, type GraphQLSchema, OperationTypeNode, parse } from 'graphql';
import type { Logger } from 'pino';
import type { ReadCredentials } from '../authentication/credentials.js';
import { compiledExecutor } from '../execution/compiled-executor.js';
import { mutationExecutor } from '../execution/mutation-executor.js';
import { OperationMemory } from '../execution/operation-memory.js';
import { GATEWAY_LIMITS } from '../limits/operation-limits.js';
import { logger } from '../logger.js';
import { type RequestContext, runRequest } from '../request.js';
import { PUBLIC } from '../viewer.js';
import { graphqlHandler } from './graphql-handler.js';
import { startGraphQLServer } from './graphql-server.js';
import { json } from './http-message.js';
import { type Listening, listen } from './listen.js';
import { maskErrors } from './mask.js';

export interface ServeSchemaOptions {
  schema: GraphQLSchema;
  createContext: (request: RequestContext) => unknown;
  credentialsOf: ReadCredentials;
  host: string;
  port: number;
  log?: Logger;
  /** The memory for operations. */
  memory?: OperationMemory;
  /** A query that shows that it can answer, for GET /health/ready. */
  probe?: string;
}

/** Serves one executable schema, such as a subgraph's, at /graphql, with its health beside it. */
export async function serveSchema(options: ServeSchemaOptions): Promise<Listening> {
  const { schema, createContext, credentialsOf, host, port, log = logger, probe = '{ __typename }' } = options;
  const { memory = new OperationMemory() } = options;
  const execute = compiledExecutor(schema, { memory });
  const change = mutationExecutor(schema, execute, createContext);
  const server = await startGraphQLServer(
    {
      schema,
      limits: GATEWAY_LIMITS,
      execute: async (document, operation, variables, request) => {
        const result = await (operation.operation === OperationTypeNode.MUTATION
          ? change(document, operation, variables, request)
          : execute(document, variables, operation.name?.value, createContext(request)));
        return result.errors ? { ...result, errors: maskErrors(result.errors, request.requestId, log) } : result;
      },
    },
    log,
    memory,
  );
  const graphql = graphqlHandler(server, credentialsOf);
  const question = parse(probe);

  const listening = await listen({
    host,
    port,
    log,
    routes: {
      '/graphql': { GET: graphql, POST: graphql },
      '/health/live': { GET: () => json(200, { status: 'live' }) },
      '/health/ready': {
        GET: async ({ context }) => {
          const { errors }: ExecutionResult = await runRequest(
            { ...context, viewer: PUBLIC, isProbe: true },
            (request) => execute(question, {}, undefined, createContext(request)),
          );
          return errors ? json(503, { status: 'not ready' }) : json(200, { status: 'ready' });
        },
      },
    },
  });
  return {
    url: `${listening.url}/graphql`,
    close: async () => {
      await listening.close();
      await server.apollo.stop();
    },
  };
}
