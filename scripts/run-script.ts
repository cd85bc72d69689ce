import { explainDatabaseError } from '../kit/database/database-error.js';
import { OperatorError, UnavailableError } from '../kit/errors.js';
import { listenForStop, type Stop, Stopped } from './stop.js';

/**
 * Runs an entry point to its end, or until a signal asks it to stop. What the operator can mend ends it with one clear line and exit
 * code 1; anything else is a bug of ours and shows its stack. A command that was stopped has not done its work, and its exit code
 * names the signal.
 */
export async function runScript(main: (stop: Stop) => Promise<void>): Promise<void> {
  const stop = listenForStop();
  try {
    await main(stop);
  } catch (error) {
    process.exitCode = report(error, stop);
  }
  // Work that was given up may still hold the process.
  if (stop.asked.aborted) process.exit();
}

/** The same for what runs until it is stopped, whenever that is: its work is then done. */
export function runService(main: (stop: Stop) => Promise<void>): Promise<void> {
  return runScript(async (stop) => {
    try {
      await main(stop);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    }
  });
}

/** Says what went wrong; gives the exit code. */
function report(error: unknown, { asked }: Stop): number {
  if (!(error instanceof Stopped)) {
    const line = lineOf(error);
    console.error(line === undefined ? error : `corridor-hub: ${line}`);
  }
  return asked.reason instanceof Stopped ? asked.reason.exitCode : 1;
}

/** What to tell the operator; undefined where it is a bug of ours. */
function lineOf(error: unknown): string | undefined {
  if (error instanceof OperatorError) return error.message;
  const isLost = error instanceof Error && explainDatabaseError(error) instanceof UnavailableError;
  return isLost ? `the database went away (${error.message}); run it again` : undefined;
}
