import { type DocumentNode, getOperationAST, OperationTypeNode } from 'graphql';
import { remember } from '../../kit/execution/remember.js';
import type { SubgraphRequest } from '../../kit/execution/subgraph-executor.js';

const known = new WeakMap<DocumentNode, boolean>();

/** Whether a request to a subgraph changes data. */
export function isMutation({ document, operationName }: Pick<SubgraphRequest, 'document' | 'operationName'>): boolean {
  return remember(
    known,
    document,
    () => getOperationAST(document, operationName)?.operation === OperationTypeNode.MUTATION,
  );
}
