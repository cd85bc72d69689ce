import { type HubError, NothingWrittenError, OutcomeUnknownError } from './errors.js';

/** Why the client does not learn the end of the change. */
export const TOO_LATE = 'The request was given up before it was answered';

/** How far a change to the data has come. It decides what a client hears that cannot wait for the end. */
export class Write {
  private progress: 'untracked' | 'in a transaction' | 'committing' = 'untracked';

  /** The whole change is in a transaction that has not ended. If it does not commit, nothing was written. */
  begin(): void {
    this.progress = 'in a transaction';
  }

  /** The commit is being sent. Nobody can take it back. */
  commit(): void {
    this.progress = 'committing';
  }

  /** The state of the change at this moment, for a client that stops waiting. */
  givenUp(): HubError {
    const isUndone = this.progress === 'in a transaction';
    return isUndone ? new NothingWrittenError(TOO_LATE) : new OutcomeUnknownError(TOO_LATE);
  }
}
