import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { isCatalogued } from '../errors.js';
import { boundErrors } from '../limits/bounded-errors.js';

/** What a client reads in the place of an error that was not written for it. */
export function maskedMessage(requestId: string): string {
  return `Something went wrong on our side; request id ${requestId}.`;
}

/**
 * Bounds errors, and masks those that do not come from the catalogue: they are logged with the request id, each cause once, and leave as
 * INTERNAL with their path.
 */
export function maskErrors(errors: readonly GraphQLError[], requestId: string, log: Logger): GraphQLError[] {
  const logged = new Set<unknown>();
  return boundErrors(errors).map((error) => {
    if (isCatalogued(error as unknown)) return error;
    const cause = error.originalError ?? error;
    if (!logged.has(cause)) log.error({ requestId, path: error.path, err: cause }, error.message);
    logged.add(cause);
    const masked = new GraphQLError(maskedMessage(requestId), { path: error.path, extensions: { code: 'INTERNAL' } });
    return Object.assign(masked, { locations: error.locations });
  });
}
