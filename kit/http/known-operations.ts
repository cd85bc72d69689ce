import { type DocumentNode, getOperationAST, type OperationDefinitionNode } from 'graphql';
import type { Documents } from './documents.js';

/** A known, valid operation, with the input of the current request. */
export interface KnownRequest {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Record<string, unknown>;
}

/** Finds operations of documents that were read before. They take the shorter path. */
export class KnownOperations {
  constructor(private readonly documents: Documents) {}

  /** What a plain JSON body asks, where it is known; everything else is for who reads requests in full. */
  find(body: unknown): KnownRequest | undefined {
    const { query, operationName, variables, extensions } = (body ?? {}) as Record<string, unknown>;
    if (typeof query !== 'string' || extensions != null) return undefined;
    if (operationName != null && typeof operationName !== 'string') return undefined;
    if (variables != null && !isRecord(variables)) return undefined;
    const document = this.documents.find(query);
    const operation = document && getOperationAST(document, operationName);
    return operation ? { document, operation, variables: variables ?? {} } : undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
