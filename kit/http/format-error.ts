import { ApolloServerErrorCode, ApolloServerValidationErrorCode } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { ERROR_CATALOGUE, type ErrorCode, GRAPHQL_CODES } from '../errors.js';
import { MAX_MESSAGE_LENGTH } from '../limits/bounded-errors.js';
import { shorten } from '../limits/shorten.js';

/** Translates the error codes of Apollo Server for client errors into those of the catalogue. */
const CLIENT_FAULTS: Record<string, ErrorCode> = {
  [ApolloServerErrorCode.BAD_REQUEST]: 'BAD_USER_INPUT',
  [ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE]: 'BAD_USER_INPUT',
  [ApolloServerValidationErrorCode.INTROSPECTION_DISABLED]: 'FORBIDDEN',
  [ApolloServerValidationErrorCode.MAX_RECURSIVE_SELECTIONS_EXCEEDED]: 'LIMIT_EXCEEDED',
};

const TOO_MANY_TOKENS = /^Syntax Error: Document contains more tha[nt] \d+ tokens/;

/** The last check of an error before it is sent. Only errors of the catalogue are sent. */
export function formatError({
  message,
  locations,
  path,
  extensions: { validationErrorCode, ...extensions } = {},
}: GraphQLFormattedError): GraphQLFormattedError {
  const code = codeOf(message, String(validationErrorCode ?? extensions.code));
  if (!code) return { message: 'Something went wrong on our side.', locations, path, extensions: { code: 'INTERNAL' } };
  return { message: shorten(message.trim(), MAX_MESSAGE_LENGTH), locations, path, extensions: { ...extensions, code } };
}

function codeOf(message: string, code: string): string | undefined {
  if (TOO_MANY_TOKENS.test(message)) return 'LIMIT_EXCEEDED';
  if (Object.hasOwn(ERROR_CATALOGUE, code) || (GRAPHQL_CODES as readonly string[]).includes(code)) return code;
  return Object.hasOwn(CLIENT_FAULTS, code) ? CLIENT_FAULTS[code] : undefined;
}
