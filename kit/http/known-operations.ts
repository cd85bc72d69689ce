import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';

const MAX_OPERATIONS = 1_000;

/** All their texts together, in characters: a syntax tree takes some fifty times its source. */
const MAX_SOURCE = 4_000_000;

/** An operation that was read and validated before. */
export interface KnownOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** The same, with what a client gives to it this time. */
export interface KnownRequest extends KnownOperation {
  readonly variables: Record<string, unknown>;
}

/** The operations that clients sent last, by their texts, so that one that comes again is neither read nor validated again. */
export class KnownOperations {
  private readonly byText = new LRUCache<string, KnownOperation>({
    max: MAX_OPERATIONS,
    maxSize: MAX_SOURCE,
    sizeCalculation: (_, text) => text.length,
  });

  remember(query: string, operationName: string | undefined, operation: KnownOperation): void {
    this.byText.set(textOf(query, operationName), operation);
  }

  /** What a plain JSON body asks, where it is known; everything else is for who reads requests in full. */
  find(body: unknown): KnownRequest | undefined {
    const { query, operationName, variables, extensions } = (body ?? {}) as Record<string, unknown>;
    if (typeof query !== 'string' || extensions != null) return undefined;
    if (operationName != null && typeof operationName !== 'string') return undefined;
    if (variables != null && !isRecord(variables)) return undefined;
    const known = this.byText.get(textOf(query, operationName ?? ''));
    return known && { ...known, variables: variables ?? {} };
  }
}

const textOf = (query: string, operationName = '') => `${operationName}\n${query}`;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
