import { constants } from 'node:os';

/** How an operator, or what runs the hub, ends a script. */
export interface Stop {
  /** Aborted by the first signal, with a {@link Stopped} as its reason. */
  readonly asked: AbortSignal;
  /** Aborted by another one: what the script still waits for, it need not. */
  readonly hurried: AbortSignal;
}

/** Why a script did not come to its end. */
export class Stopped extends Error {
  override name = 'Stopped';
  /** The exit code by which a shell knows the signal. */
  readonly exitCode: number;

  constructor(signal: (typeof SIGNALS)[number]) {
    super(`stopped by ${signal}`);
    this.exitCode = 128 + constants.signals[signal];
  }
}

const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;

/** Ctrl-C reaches the script twice: from the terminal, and from npm, which passes on its own. */
const SAME_KEY_MS = 1_000;

/** Listens for the signals that end a script, from now on and as often as they come. */
export function listenForStop(): Stop {
  const asked = new AbortController();
  const hurried = new AbortController();
  let first = 0;
  const stop = (signal: (typeof SIGNALS)[number]) => {
    if (!asked.signal.aborted) {
      first = performance.now();
      asked.abort(new Stopped(signal));
    } else if (performance.now() - first > SAME_KEY_MS) {
      hurried.abort();
    }
  };
  for (const signal of SIGNALS) {
    // Until here a signal ended the process. The new listener comes first: where nobody listens, even for a moment, Node drops
    // a signal that came while a module was evaluated and that waits to be delivered.
    const earlier = process.listeners(signal);
    process.on(signal, stop);
    for (const listener of earlier) process.off(signal, listener);
  }
  return { asked: asked.signal, hurried: hurried.signal };
}

/** Waits until the script is to end. */
export function untilAsked({ asked }: Stop): Promise<void> {
  if (asked.aborted) return Promise.resolve();
  return new Promise((resolve) => asked.addEventListener('abort', () => resolve(), { once: true }));
}
