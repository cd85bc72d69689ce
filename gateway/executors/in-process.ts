import type { GraphQLSchema } from 'graphql';
import { compiledExecutor } from '../../kit/execution/compiled-executor.js';
import type { OperationMemory } from '../../kit/execution/operation-memory.js';
import { remember } from '../../kit/execution/remember.js';
import type { SubgraphExecutor } from '../../kit/execution/subgraph-executor.js';
import type { RequestContext } from '../../kit/request.js';
import { runWrite } from '../../kit/run-write.js';
import { isMutation } from './is-mutation.js';

/**
 * Calls a subgraph as a function. All hops of one client request share one context, so their loaders batch and remember across hops.
 * A mutation has its own context, and is answered after its commit.
 */
export function inProcessExecutor(
  schema: GraphQLSchema,
  createContext: (request: RequestContext) => unknown,
  memory?: OperationMemory,
): SubgraphExecutor {
  // The gateway has already coerced the client's variables, and it makes the representations itself.
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
