import type { GraphQLSchema } from 'graphql';
import { compiledExecutor } from '../../kit/execution/compiled-executor.js';
import type { OperationMemory } from '../../kit/execution/operation-memory.js';
import { remember } from '../../kit/execution/remember.js';
import type { SubgraphExecutor } from '../../kit/execution/subgraph-executor.js';
import type { RequestContext } from '../../kit/request.js';
import { runWrite } from '../../kit/run-write.js';
import { isMutation } from './is-mutation.js';

/**
 * Calls a subgraph as a function. All its hops for one client request share one context, so that their loaders batch and remember
 * across them. A mutation has a context of its own, and is answered when it is committed.
 */
export function inProcessExecutor(
  schema: GraphQLSchema,
  createContext: (request: RequestContext) => unknown,
  memory?: OperationMemory,
): SubgraphExecutor {
  // The gateway has coerced a client's variables, and makes representations itself.
  const execute = compiledExecutor(schema, { validated: true, memory });
  const contexts = new WeakMap<RequestContext, { context: unknown }>();
  return (question) => {
    const { document, variables, operationName, context: request } = question;
    if (isMutation(question)) {
      return runWrite(request, (own) => execute(document, variables, operationName, createContext(own)));
    }
    const { context } = remember(contexts, request, () => ({ context: createContext(request) }));
    return execute(document, variables, operationName, context);
  };
}
