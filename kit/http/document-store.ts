import type { DocumentStore } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

const MAX_DOCUMENTS = 1_000;

/** All documents together, in characters of their source: a syntax tree takes some fifty times its source. */
const MAX_SOURCE = 4_000_000;

/**
 * The parsed and validated documents that clients sent last. What is made of a document (its plan, its shape) hangs on it, so that
 * this bound is the bound of all of it.
 */
export function boundedDocumentStore(): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({
    max: MAX_DOCUMENTS,
    maxSize: MAX_SOURCE,
    sizeCalculation: ({ loc }) => Math.max(1, loc?.source.body.length ?? 1),
  });
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => void documents.set(key, document),
    delete: async (key) => documents.delete(key),
  };
}
