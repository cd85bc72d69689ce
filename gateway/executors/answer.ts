import { type ExecutionResult, GraphQLError } from 'graphql';
import { ERROR_CATALOGUE } from '../../kit/errors.js';

/**
 * Reads the body of a GraphQL response with any status. `data` is an object or null, `errors` a list with at least one error.
 * @throws Error if it is not a GraphQL response
 */
export function readAnswer(body: unknown): ExecutionResult {
  if (!isObject(body)) throw new Error('The body is not a JSON object.');
  const { data, errors } = body;
  if (data !== undefined && data !== null && !isObject(data)) throw new Error('`data` is not an object.');
  if (errors !== undefined && !(Array.isArray(errors) && errors.length > 0))
    throw new Error('`errors` is not a list of errors.');
  if (data == null && errors === undefined) throw new Error('There is neither data nor an error.');
  return { data: data ?? null, ...(errors && { errors: (errors as unknown[]).map(readError) }) };
}

function readError(error: unknown): GraphQLError {
  if (!isObject(error) || typeof error.message !== 'string') throw new Error('An error has no message.');
  const { message, path, extensions } = error;
  const isPath = Array.isArray(path) && path.every((step) => typeof step === 'string' || typeof step === 'number');
  return new GraphQLError(message, {
    path: isPath ? path : undefined,
    extensions: isObject(extensions) ? publicExtensions(extensions) : undefined,
  });
}

/**
 * The part of an error that a client may see: a code of the catalogue and the argument at fault. Without a code the gateway masks the
 * error, as it masks its own. It also masks an error that says that the subgraph failed or does not understand the plan.
 */
function publicExtensions({ code, argument }: Record<string, unknown>): Record<string, unknown> {
  if (typeof code !== 'string' || !Object.hasOwn(ERROR_CATALOGUE, code) || code === 'INTERNAL') return {};
  return { code, ...(typeof argument === 'string' && { argument }) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
