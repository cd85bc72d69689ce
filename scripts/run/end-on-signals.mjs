import { constants } from 'node:os';

/**
 * Ends the process on a signal for as long as it has begun nothing; the script then listens itself. As process 1 of a container it
 * would not even end otherwise.
 */
export function endOnSignals() {
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM']) {
    process.on(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
