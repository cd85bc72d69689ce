import type { DocumentNode, ExecutionResult, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Logger } from 'pino';
import { explainDatabaseError } from '../database/database-error.js';
import { HubError } from '../errors.js';
import type { OperationLimits } from '../limits/operation-limits.js';
import { variablesBeyond } from '../limits/variable-limits.js';
import { type RequestContext, runRequest } from '../request.js';

/** A service that answers operations: a gateway, or a single subgraph. */
export interface GraphQLService {
  /** What documents are validated against. */
  readonly schema: GraphQLSchema;
  /** How large documents may be. */
  readonly limits: OperationLimits;
  /** Answers one operation of a valid document; only errors of the catalogue may be among its errors. */
  execute(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
    context: RequestContext,
  ): Promise<ExecutionResult>;
}

/** Answers one operation of a valid document, from the opening of its request to its end. */
export type RunOperation = GraphQLService['execute'];

/** Makes requests of what a service executes. @throws what is a fault of ours */
export function operationRunner(service: GraphQLService, log: Logger): RunOperation {
  return async (document, operation, variables, context) => {
    const beyond = variablesBeyond(variables, service.limits.variableValues);
    if (beyond) return { errors: [beyond] };
    try {
      return await runRequest(context, (one) => service.execute(document, operation, variables, one).catch(blameDepth));
    } catch (error) {
      return withheld(error, context, log);
    }
  };
}

/** A request that could not be brought to its end well has no answer: what it read may not be recorded. */
function withheld(error: unknown, { requestId }: RequestContext, log: Logger): ExecutionResult {
  const cause = explainDatabaseError(error);
  if (cause instanceof HubError) return { data: null, errors: [cause] };
  log.error({ requestId, err: cause }, 'a request could not be ended');
  throw cause;
}

/** The last limit: a request that overflows the stack asks for too much. */
function blameDepth(error: unknown): ExecutionResult {
  if (!(error instanceof RangeError && /call stack/.test(error.message))) throw error;
  return { errors: [new HubError('LIMIT_EXCEEDED', 'The request is nested too deeply.')] };
}
