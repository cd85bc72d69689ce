import { ApolloServer, type ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { OperationMemory } from '../execution/operation-memory.js';
import type { RequestContext } from '../request.js';
import { Documents } from './documents.js';
import { formatError } from './format-error.js';
import { KnownOperations } from './known-operations.js';
import { logsErrors } from './log-errors.js';
import { readsDocuments } from './reads-documents.js';
import { type GraphQLService, operationRunner, type RunOperation } from './run-operation.js';

/** A server that answers operations: Apollo Server, and a shorter path for known operations. */
export interface GraphQLServer {
  readonly apollo: ApolloServer<ServedContext>;
  readonly known: KnownOperations;
  readonly run: RunOperation;
}

/** A request. It has a result if the shorter path already executed it and leaves it to Apollo Server to report its errors. */
export interface ServedContext extends RequestContext {
  readonly result?: ExecutionResult;
}

/**
 * Puts Apollo Server before a service: it speaks GraphQL over HTTP. Documents are read and validated by {@link Documents}. Execution is
 * the service's own, by way of the interface for gateways, so that Apollo Server wraps no resolver. Nothing of it calls anyone.
 */
export async function startGraphQLServer(
  service: GraphQLService,
  log: Logger,
  memory = new OperationMemory(),
): Promise<GraphQLServer> {
  const documents = new Documents(service.schema, service.limits, memory);
  const run = operationRunner(service, log);
  const apollo = new ApolloServer<ServedContext>({
    gateway: gatewayOf(service, run),
    logger: log,
    formatError,
    documentStore: null,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    // GET runs queries only, and cross-origin reads are a matter of CORS; so a plain GET is answered, as the specification has it.
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    stringifyResult: (result) => JSON.stringify(result),
    plugins: [
      readsDocuments(documents),
      logsErrors(log),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();
  return { apollo, known: new KnownOperations(documents), run };
}

function gatewayOf(
  service: GraphQLService,
  run: RunOperation,
): ApolloServerOptionsWithGateway<ServedContext>['gateway'] {
  return {
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: service.schema, coreSupergraphSdl: '' });
      return () => {};
    },
    load: async () => ({
      executor: async ({ document, operation, request, context }) => {
        // Its type knows better, but there is none where the client did not say which of several operations it means.
        if (!operation) return { errors: [noSuchOperation(request.operationName)] };
        const { result, ...one } = context as ServedContext;
        if (result) return result;
        return run(document, operation, request.variables ?? {}, one);
      },
    }),
    stop: async () => {},
  };
}

function noSuchOperation(name: string | undefined): GraphQLError {
  return new GraphQLError(
    name ? `Unknown operation named "${name}".` : 'Must provide operation name if query contains multiple operations.',
  );
}
