import { ApolloServer, type ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Logger } from 'pino';
import { explainDatabaseError } from '../database/database-error.js';
import { HubError } from '../errors.js';
import { type RequestContext, runRequest } from '../request.js';
import { boundedDocumentStore } from './document-store.js';
import { formatError } from './format-error.js';
import { selectionDepthRule, servedOperationRule, valueDepthRule } from './validation-rules.js';
import { isTooDeep, tooDeepValue } from './value-depth.js';

/** What answers operations: a gateway, or one subgraph alone. */
export interface GraphQLService {
  /** What documents are validated against. */
  readonly schema: GraphQLSchema;
  /** How many levels of braces an operation may have. */
  readonly maxDepth: number;
  /** Answers one operation of a valid document; only errors of the catalogue may be among its errors. */
  execute(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
    context: RequestContext,
  ): Promise<ExecutionResult>;
}

/** A longer document is refused before it is parsed to its end. */
const MAX_TOKENS = 2_000;

/**
 * Puts Apollo Server before a service: it reads requests, keeps documents, validates, and speaks GraphQL over HTTP. Execution is the
 * service's own, by way of the interface for gateways, so that Apollo Server wraps no resolver. Nothing of it calls anyone.
 */
export async function startGraphQLServer(service: GraphQLService, log: Logger): Promise<ApolloServer<RequestContext>> {
  const server = new ApolloServer<RequestContext>({
    gateway: gatewayOf(service, log),
    logger: log,
    formatError,
    documentStore: boundedDocumentStore(),
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [servedOperationRule, selectionDepthRule(service.maxDepth), valueDepthRule],
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    // GET runs queries only, and cross-origin reads are a matter of CORS; so a plain GET is answered, as the specification has it.
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    stringifyResult: (result) => JSON.stringify(result),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await server.start();
  return server;
}

function gatewayOf(service: GraphQLService, log: Logger): ApolloServerOptionsWithGateway<RequestContext>['gateway'] {
  return {
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: service.schema, coreSupergraphSdl: '' });
      return () => {};
    },
    load: async () => ({
      executor: async ({ document, operation, request, context }) => {
        // Its type knows better, but there is none where the client did not say which of several operations it means.
        if (!operation) return { errors: [noSuchOperation(request.operationName)] };
        const { variables = {} } = request;
        if (isTooDeep(variables)) return { errors: [new HubError('LIMIT_EXCEEDED', tooDeepValue)] };
        return runRequest(context as RequestContext, (one) =>
          service.execute(document, operation, variables, one).catch(blameDepth),
        ).catch((error) => withheld(error, context as RequestContext, log));
      },
    }),
    stop: async () => {},
  };
}

/** A request that could not be brought to its end well has no answer: what it read may not be recorded. */
function withheld(error: unknown, { requestId }: RequestContext, log: Logger): ExecutionResult {
  const cause = explainDatabaseError(error);
  if (cause instanceof HubError) return { data: null, errors: [cause] };
  log.error({ requestId, err: cause }, 'a request could not be ended');
  throw cause;
}

function noSuchOperation(name: string | undefined): GraphQLError {
  return new GraphQLError(
    name ? `Unknown operation named "${name}".` : 'Must provide operation name if query contains multiple operations.',
  );
}

/** Whatever the limits have missed: a request that no stack is large enough for asks for too much. */
function blameDepth(error: unknown): ExecutionResult {
  if (!(error instanceof RangeError && /call stack/.test(error.message))) throw error;
  return { errors: [new HubError('LIMIT_EXCEEDED', 'The request is nested too deeply.')] };
}
