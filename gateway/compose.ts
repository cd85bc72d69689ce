import { composeServices, compositionHasErrors } from '@theguild/federation-composition';
import { type DocumentNode, parse } from 'graphql';
import { OperatorError } from '../kit/errors.js';
import { explain } from './composition-errors.js';

/** A subgraph as composition sees it. */
export interface Service {
  name: string;
  /** Where a router finds it. */
  url: string;
  sdl: string;
}

/**
 * Composes subgraphs into a supergraph.
 * @throws OperatorError with one line for each error: the subgraph, the type, the field, and what to do
 */
export function composeSupergraph(services: readonly Service[]): string {
  const result = composeServices(services.map(({ name, url, sdl }) => ({ name, url, typeDefs: parseSdl(name, sdl) })));
  if (!compositionHasErrors(result)) return result.supergraphSdl;
  const lines = new Set(result.errors.map(explain));
  throw new OperatorError(['the subgraphs do not compose:', ...lines].join('\n'));
}

function parseSdl(name: string, sdl: string): DocumentNode {
  try {
    return parse(sdl);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OperatorError(
      `the subgraphs do not compose:\n[${name}] INVALID_GRAPHQL: ${reason}. Fix: correct its SDL.`,
    );
  }
}
