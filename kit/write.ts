import { type HubError, NothingWrittenError, OutcomeUnknownError } from './errors.js';

/** Why nobody hears the end of it. */
export const TOO_LATE = 'The request was given up before it was answered';

/** How far a change to the data has come, which says what a client hears who cannot wait for its end. */
export class Write {
  private progress: 'untracked' | 'in a transaction' | 'committing' = 'untracked';

  /** All of it goes through a transaction that has not ended: where that does not commit, nothing was written. */
  begin(): void {
    this.progress = 'in a transaction';
  }

  /** The commit leaves now: nobody can take it back. */
  commit(): void {
    this.progress = 'committing';
  }

  /** What is true of it at this moment, if nobody waits any longer. */
  givenUp(): HubError {
    const isUndone = this.progress === 'in a transaction';
    return isUndone ? new NothingWrittenError(TOO_LATE) : new OutcomeUnknownError(TOO_LATE);
  }
}
