import { GraphQLError, Kind } from 'graphql';

/** The nodes that graphql-js blames when it cannot read what a client wrote, as opposed to the field that a resolver failed for. */
const INPUT_KINDS = new Set<string>([
  Kind.VARIABLE,
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.NULL,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
]);

/**
 * Marks an error that execution itself raised over an argument as the client's (BAD_USER_INPUT).
 * Errors that resolvers throw keep the code they have, or none.
 */
export function blameInput(error: GraphQLError): GraphQLError {
  if (error.extensions.code !== undefined || !isInputError(error)) return error;
  const { message, nodes, path, originalError } = error;
  return new GraphQLError(message, { nodes, path, originalError, extensions: { code: 'BAD_USER_INPUT' } });
}

function isInputError({ originalError, nodes, message }: GraphQLError): boolean {
  // graphql-js raises a GraphQLError over a value node; a resolver's error, located, carries its field's node.
  if (originalError && !(originalError instanceof GraphQLError)) return false;
  if (nodes?.length) return nodes.every((node) => INPUT_KINDS.has(node.kind)) || isMissingArgument(message);
  return originalError === undefined && isMissingArgument(message);
}

/** What graphql-js and graphql-jit say, in the same words, where a variable leaves a required argument without a value. */
function isMissingArgument(message: string): boolean {
  return /^Argument "\w+" of (required|non-null) type ".+" (was|must not be)/.test(message);
}

/** graphql-jit's errors only look like GraphQLErrors, and have no `extensions`: this makes real ones of them. */
export function asGraphQLError(error: GraphQLError): GraphQLError {
  const { message, path, originalError } = error;
  const { extensions } = (originalError ?? {}) as { extensions?: Record<string, unknown> };
  return new GraphQLError(message, { path, originalError, extensions });
}

/** Turns any thrown value into an error of an answer. */
export function errorOf(reason: unknown): GraphQLError {
  if (reason instanceof GraphQLError) return reason;
  const originalError = reason instanceof Error ? reason : new Error(String(reason));
  return new GraphQLError(originalError.message, { originalError });
}
