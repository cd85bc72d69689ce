import { GraphQLError } from 'graphql';

/**
 * The closed catalogue of errors: every `extensions.code` that a client can get, its meaning, and its log level.
 * GraphQL's own GRAPHQL_PARSE_FAILED and GRAPHQL_VALIDATION_FAILED complete it.
 */
export const ERROR_CATALOGUE = {
  UNAUTHENTICATED: { meaning: 'The token is missing, expired or not ours.', log: 'info' },
  FORBIDDEN: { meaning: 'The viewer may not see or do this.', log: 'info' },
  NOT_FOUND: { meaning: 'A mutation names something that does not exist.', log: 'info' },
  BAD_USER_INPUT: { meaning: 'An argument is wrong; `argument` gives its path.', log: 'info' },
  CONFLICT: { meaning: 'The state of the thing does not allow it.', log: 'info' },
  LIMIT_EXCEEDED: { meaning: 'The request asks for more than the hub serves at once.', log: 'info' },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    meaning: 'The hub keeps no operations by their hashes; send the text.',
    log: 'info',
  },
  UNAVAILABLE: {
    meaning: 'A part of the hub does not answer. In a mutation the message says whether the change was made.',
    log: 'warn',
  },
  OUTCOME_UNKNOWN: {
    meaning: 'The change may have taken effect, or not. Send the same mutation with the same key again.',
    log: 'warn',
  },
  INTERNAL: { meaning: 'A fault of ours; the request id finds it in the log.', log: 'error' },
} as const;

export type ErrorCode = keyof typeof ERROR_CATALOGUE;

/** The codes of GraphQL itself. They leave the hub unchanged. */
export const GRAPHQL_CODES = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED'] as const;

/** An error of the catalogue: its message is written for the client and leaves the hub unmasked. */
export class HubError extends GraphQLError {
  constructor(code: ErrorCode, message: string, extensions: Record<string, unknown> = {}) {
    super(message, { extensions: { code, ...extensions } });
    this.name = 'HubError';
  }
}

/** A wrong argument. `argument` is its path as the client wrote it, e.g. `first` or `filter.residenceUntil.lt`. */
export class BadUserInputError extends HubError {
  constructor(argument: string, message: string) {
    super('BAD_USER_INPUT', `${argument}: ${message}`, { argument });
  }
}

/** A subgraph or the database does not answer. */
export class UnavailableError extends HubError {
  constructor(message: string) {
    super('UNAVAILABLE', message);
  }
}

/** A change that did not take effect, because a part of the hub did not answer in time. @param why a sentence */
export class NothingWrittenError extends UnavailableError {
  constructor(why: string) {
    super(`${clause(why)}; nothing was written.`);
  }
}

/** A change that may have taken effect: it was sent, but no answer arrived. @param why a sentence */
export class OutcomeUnknownError extends HubError {
  constructor(why: string) {
    super('OUTCOME_UNKNOWN', `${clause(why)}; the change may have taken effect. Ask again with the same key.`);
  }
}

/** A sentence that goes on. */
function clause(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

/** Whether an error carries a code of the catalogue, and may therefore be shown to a client. */
export function isCatalogued(error: unknown): error is GraphQLError {
  const code = error instanceof GraphQLError ? error.extensions.code : undefined;
  return (
    typeof code === 'string' &&
    (Object.hasOwn(ERROR_CATALOGUE, code) || (GRAPHQL_CODES as readonly string[]).includes(code))
  );
}

/** An error that the operator can fix (a wrong variable, a port in use): one clear line and exit code 1, no stack. */
export class OperatorError extends Error {
  override name = 'OperatorError';
}
