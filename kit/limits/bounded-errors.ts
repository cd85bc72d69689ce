import { GraphQLError } from 'graphql';
import { limitExceeded } from './limit-exceeded.js';
import { shorten } from './shorten.js';

/** How many errors an answer has; one more says that there are others. */
export const MAX_ERRORS = 50;

export const MAX_MESSAGE_LENGTH = 1_000;
const MAX_PATH_LENGTH = 1_000;
const MAX_LOCATIONS = 20;

/** The first errors, each of a bounded length, and a last one where there are others. */
export function boundErrors(errors: readonly GraphQLError[]): GraphQLError[] {
  const bounded = errors.slice(0, MAX_ERRORS).map(boundError);
  if (errors.length <= MAX_ERRORS) return bounded;
  return [...bounded, limitExceeded(`An answer has ${MAX_ERRORS} errors at most; there are more.`)];
}

/** The same error, with nothing in it that is too long to be read. */
export function boundError(error: GraphQLError): GraphQLError {
  const { message, path, locations = [], extensions } = error;
  const argument = extensions.argument;
  const isShort = message.length <= MAX_MESSAGE_LENGTH && locations.length <= MAX_LOCATIONS;
  const hasShortPaths = isShortPath(path) && isShortPath(argument);
  if (isShort && hasShortPaths) return error;
  const bounded = new GraphQLError(shorten(message, MAX_MESSAGE_LENGTH), {
    path: isShortPath(path) ? path : undefined,
    originalError: error.originalError ?? error,
    extensions: isShortPath(argument)
      ? extensions
      : { ...extensions, argument: shorten(String(argument), MAX_PATH_LENGTH) },
  });
  return Object.assign(bounded, { locations: locations.slice(0, MAX_LOCATIONS) });
}

function isShortPath(path: unknown): boolean {
  return path === undefined || JSON.stringify(path).length <= MAX_PATH_LENGTH;
}
