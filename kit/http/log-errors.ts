import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { ERROR_CATALOGUE } from '../errors.js';
import type { RequestContext } from '../request.js';
import type { HttpError } from './http-error.js';

/** An answer can have many errors; the log gets so many lines of it, and the count of the others. */
const MAX_LINES = 5;

interface Kind {
  readonly code: string;
  readonly message: string;
  readonly error: GraphQLFormattedError;
  count: number;
}

/**
 * Logs the errors of operations at the level of the catalogue, each kind once for each request. An INTERNAL error has already been logged with
 * its cause, where it was masked. Client errors are logged without the message, because it may quote the client's input.
 */
export function logsErrors(log: Logger): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ response: { body }, contextValue }) => {
        const { errors } = body.kind === 'single' ? body.singleResult : {};
        if (errors) logErrors(errors, contextValue.requestId, log);
      },
    }),
  };
}

/** The same for a request that gets no further than HTTP. */
export function logHttpError({ code, status, message }: HttpError, requestId: string, log: Logger): void {
  log[levelOf(code)]({ requestId, code, status }, message);
}

function logErrors(errors: readonly GraphQLFormattedError[], requestId: string, log: Logger): void {
  const kinds = kindsOf(errors.filter(({ extensions }) => log.isLevelEnabled(levelOf(extensions?.code))));
  for (const { code, message, error, count } of kinds.slice(0, MAX_LINES)) {
    const { path, extensions: { argument } = {} } = error;
    const fields = { requestId, code, path, count, ...(argument !== undefined && { argument }) };
    log[levelOf(code)](fields, levelOf(code) === 'info' ? 'a request was refused' : message);
  }
  if (kinds.length > MAX_LINES)
    log.info({ requestId, more: kinds.length - MAX_LINES }, 'a request had other errors too');
}

/** Errors that say the same have one cause. */
function kindsOf(errors: readonly GraphQLFormattedError[]): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const error of errors) {
    const code = String(error.extensions?.code);
    if (code === 'INTERNAL') continue;
    const key = `${code} ${error.message}`;
    const kind = kinds.get(key) ?? { code, message: error.message, error, count: 0 };
    kind.count += 1;
    kinds.set(key, kind);
  }
  return [...kinds.values()];
}

/** GraphQL's own codes are the faults of clients. */
function levelOf(code: unknown): 'info' | 'warn' | 'error' {
  return isCode(code) ? ERROR_CATALOGUE[code].log : 'info';
}

function isCode(code: unknown): code is keyof typeof ERROR_CATALOGUE {
  return typeof code === 'string' && Object.hasOwn(ERROR_CATALOGUE, code);
}
