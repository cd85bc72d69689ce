import { OperatorError } from '../kit/errors.js';

/**
 * Runs an entry point. What the operator can mend ends it with one clear line and exit code 1; anything else is a bug of ours
 * and shows its stack.
 */
export async function runScript(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof OperatorError ? `corridor-hub: ${error.message}` : error);
    process.exitCode = 1;
  }
}
