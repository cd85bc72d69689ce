import type { Logger } from 'pino';
import type { ReadCredentials } from '../kit/authentication/credentials.js';
import { OperationMemory } from '../kit/execution/operation-memory.js';
import type { SubgraphExecutor } from '../kit/execution/subgraph-executor.js';
import { graphqlHandler } from '../kit/http/graphql-handler.js';
import { startGraphQLServer } from '../kit/http/graphql-server.js';
import { type Listening, listen } from '../kit/http/listen.js';
import type { Handler } from '../kit/http/routes.js';
import { Gateway } from './gateway.js';
import { graphiqlFiles } from './graphiql/graphiql.js';
import { page, wantsPage } from './graphiql/page.js';
import { healthRoutes } from './health.js';

export interface GatewayServerOptions {
  supergraphSdl: string;
  /** One for each subgraph, by its name. */
  executors: Record<string, SubgraphExecutor>;
  host: string;
  port: number;
  /** The client operations that GraphiQL opens with. */
  examplesDir: string;
  credentialsOf: ReadCredentials;
  log: Logger;
  /** The memory for documents, plans and shapes of operations. */
  memory?: OperationMemory;
  /** Origins whose pages may read answers, in addition to those of this machine. */
  allowedOrigins?: readonly string[];
  /** How long a request may take, in milliseconds. */
  deadlineMs?: number;
  /** For GET /health/ready: a query for each subgraph that shows that it can answer. */
  probes?: Record<string, string>;
}

/**
 * Starts the one endpoint: the API and GraphiQL at /graphql, and health.
 * @throws OperatorError if the host or port is not available
 */
export async function startGateway(options: GatewayServerOptions): Promise<Listening> {
  const { supergraphSdl, executors, host, port, examplesDir, credentialsOf, log, probes, allowedOrigins, deadlineMs } =
    options;
  const memory = options.memory ?? new OperationMemory();
  const server = await startGraphQLServer(new Gateway({ supergraphSdl, executors, log, memory }), log, memory);
  const graphql = graphqlHandler(server, credentialsOf);
  const get: Handler = (request) => (wantsPage(request) ? page() : graphql(request));
  const listening = await listen({
    host,
    port,
    log,
    allowedOrigins,
    deadlineMs,
    routes: {
      '/graphql': { GET: get, POST: graphql },
      '/graphiql/': { GET: await graphiqlFiles(examplesDir) },
      '/': { GET: () => ({ status: 302, headers: { location: '/graphql' } }) },
      ...healthRoutes({ executors, probes }),
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
