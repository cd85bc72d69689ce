import pg from 'pg';
import { BadUserInputError, HubError, UnavailableError } from '../errors.js';

/** What a class of SQLSTATE means for the client; the rest are bugs of ours. */
const MEANINGS: readonly [RegExp, () => HubError][] = [
  // A value that passed GraphQL and that no column can hold: a forged cursor, a NUL character, a number out of range.
  [/^22/, () => new BadUserInputError('arguments', 'a value is of the wrong kind or out of range')],
  [/^57014$/, () => new HubError('LIMIT_EXCEEDED', 'the question takes too long; narrow the filter')],
];

/** PostgreSQL cannot be reached, has no room, or shuts down. */
const NO_ANSWER = /^(08(?!P01)|53|57P)/;

/** PostgreSQL's word for a wrong message of ours. PgBouncer ends connections with it, whatever its reason is. */
const PROTOCOL_VIOLATION = '08P01';

const CONNECTION_FAILURE = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/;

/** Whether the database does not answer, so that the same may be answered later. */
export function isConnectionFailure(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) {
    return NO_ANSWER.test(error.code ?? '') || (error.code === PROTOCOL_VIOLATION && error.severity === 'FATAL');
  }
  return error instanceof Error && ('syscall' in error || CONNECTION_FAILURE.test(error.message));
}

/** The error of the catalogue behind an error of the driver; any other error as it is. */
export function explainDatabaseError(error: unknown): unknown {
  if (isConnectionFailure(error)) return new UnavailableError('the database does not answer');
  if (!(error instanceof pg.DatabaseError)) return error;
  return MEANINGS.find(([state]) => state.test(error.code ?? ''))?.[1]() ?? error;
}
