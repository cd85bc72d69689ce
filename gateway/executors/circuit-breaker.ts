import type { Logger } from 'pino';

/** How many calls in a row have to fail before a subgraph is called no more. */
const FAILURES = 5;

/** How often a call is let through then, to find out whether it answers again. */
const TRIAL_EVERY_MS = 1_000;

/**
 * Keeps requests from waiting for a subgraph that does not answer. It opens after some failures in a row: calls are then refused, but for
 * one every second. The first call that succeeds closes it.
 */
export class CircuitBreaker {
  private failures = 0;
  private lastSuccess = 0;
  /** When the next call is let through; undefined while all are. */
  private nextTrial: number | undefined;

  constructor(
    private readonly subgraph: string,
    private readonly log: Logger,
    /** A monotonic clock, in milliseconds. */
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** The moment at which a call begins; undefined where it must not. */
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

  /** A call that began before the last success says nothing of the subgraph as it is now. */
  failed(began: number): void {
    if (began < this.lastSuccess) return;
    this.failures += 1;
    if (this.nextTrial !== undefined || this.failures < FAILURES) return;
    this.nextTrial = this.now() + TRIAL_EVERY_MS;
    this.log.warn({ subgraph: this.subgraph }, 'a subgraph does not answer, and is not called for now');
  }
}
