import { type ExecutionResult, GraphQLError } from 'graphql';

/** The answer of a read that followed a change. */
export function afterChange(result: ExecutionResult): ExecutionResult {
  return result.errors ? { ...result, errors: result.errors.map(tellOfChange) } : result;
}

/** Says that the change was made. A client that only reads that a part of the hub does not answer would make it a second time. */
export function tellOfChange(error: GraphQLError): GraphQLError {
  if (error.extensions.code !== 'UNAVAILABLE') return error;
  const message = `${error.message.replace(/\.$/, '')}; the change itself was made.`;
  return new GraphQLError(message, { path: error.path, extensions: error.extensions });
}
