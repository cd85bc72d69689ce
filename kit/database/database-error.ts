import pg from 'pg';
import { BadUserInputError, HubError, UnavailableError } from '../errors.js';

/** What a class of SQLSTATE means for the client; the rest are bugs of ours. */
const MEANINGS: readonly [RegExp, () => HubError][] = [
  // A value that passed GraphQL and that no column can hold: a forged cursor, a NUL character, a number out of range.
  [/^22/, () => new BadUserInputError('arguments', 'a value is of the wrong kind or out of range')],
  [/^57014$/, () => new HubError('LIMIT_EXCEEDED', 'the question takes too long; narrow the filter')],
  [/^(08|53|57P)/, () => new UnavailableError('the database does not answer')],
];

const CONNECTION_FAILURE = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/;

/** The error of the catalogue behind an error of the driver; any other error as it is. */
export function explainDatabaseError(error: unknown): unknown {
  if (error instanceof pg.DatabaseError) {
    const meaning = MEANINGS.find(([state]) => state.test(error.code ?? ''));
    return meaning ? meaning[1]() : error;
  }
  const failed = error instanceof Error && ('syscall' in error || CONNECTION_FAILURE.test(error.message));
  return failed ? new UnavailableError('the database does not answer') : error;
}
