import type { DocumentNode, ExecutionResult } from 'graphql';
import type { RequestContext } from '../request.js';

/** One request to one subgraph, as part of one client request. */
export interface SubgraphRequest {
  /** The same object each time the same plan runs, so derived values (text, compiled query) can be kept with it. */
  readonly document: DocumentNode;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
  readonly context: RequestContext;
}

/** Asks a subgraph, wherever it runs. It answers with errors; it does not throw. */
export type SubgraphExecutor = (request: SubgraphRequest) => Promise<ExecutionResult>;
