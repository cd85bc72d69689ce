import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { isCatalogued } from '../errors.js';
import { boundErrors } from '../limits/bounded-errors.js';

/** The message that replaces an error that was not written for clients. */
export function maskedMessage(requestId: string): string {
  return `Something went wrong on our side; request id ${requestId}.`;
}

/**
 * Bounds errors, and masks those that do not come from the catalogue: they leave as INTERNAL with their path. What is INTERNAL, masked
 * or with a message that was written for clients, is logged with the request id, each cause once.
 */
export function maskErrors(errors: readonly GraphQLError[], requestId: string, log: Logger): GraphQLError[] {
  const logged = new Set<unknown>();
  return boundErrors(errors).map((error) => {
    const isPublic = isCatalogued(error as unknown);
    if (isPublic && error.extensions.code !== 'INTERNAL') return error;
    const cause = error.originalError ?? error;
    if (!logged.has(cause)) log.error({ requestId, path: error.path, err: cause }, error.message);
    logged.add(cause);
    if (isPublic) return error;
    const masked = new GraphQLError(maskedMessage(requestId), { path: error.path, extensions: { code: 'INTERNAL' } });
    return Object.assign(masked, { locations: error.locations });
  });
}
