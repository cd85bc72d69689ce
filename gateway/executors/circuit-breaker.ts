import type { Logger } from 'pino';

/** The number of failures in a row after which a subgraph is no longer called. */
const FAILURES = 5;

/** How often one call is let through then, to find out whether the subgraph answers again. */
const TRIAL_EVERY_MS = 1_000;

/**
 * Keeps requests from waiting for a subgraph that does not answer. It opens after some failures in a row. While it is open, it refuses
 * all calls but one every second. The first call that succeeds closes it.
 */
export class CircuitBreaker {
  private failures = 0;
  private lastSuccess = 0;
  /** The time at which the next call is let through. Undefined while all calls are. */
  private nextTrial: number | undefined;

  constructor(
    private readonly subgraph: string,
    private readonly log: Logger,
    /** A monotonic clock, in milliseconds. */
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** The start time of a call. Undefined if the call is refused. */
  admit(): number | undefined {
    const now = this.now();
    if (this.nextTrial === undefined) return now;
    if (now < this.nextTrial) return undefined;
    this.nextTrial = now + TRIAL_EVERY_MS;
    return now;
  }

  succeeded(): void {
    this.failures = 0;
    this.lastSuccess = this.now();
    if (this.nextTrial === undefined) return;
    this.nextTrial = undefined;
    this.log.warn({ subgraph: this.subgraph }, 'a subgraph answers again');
  }

  /** A call that started before the last success says nothing about the subgraph now. */
  failed(began: number): void {
    if (began < this.lastSuccess) return;
    this.failures += 1;
    if (this.nextTrial !== undefined || this.failures < FAILURES) return;
    this.nextTrial = this.now() + TRIAL_EVERY_MS;
    this.log.warn({ subgraph: this.subgraph }, 'a subgraph does not answer, and is not called for now');
  }
}
