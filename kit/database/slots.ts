import { UnavailableError } from '../errors.js';
import type { RequestContext } from '../request.js';

/**
 * Lets so many requests at once hold connections. Each subgraph's pool has as many, so that a request which holds a connection of one
 * pool never waits for those of another: waiting in a circle, requests would wait for each other for ever.
 */
export class Slots {
  private readonly waiting: (() => void)[] = [];
  private readonly holders = new WeakMap<RequestContext, Promise<void>>();

  constructor(private free: number) {}

  /**
   * Takes a place for a request, once, until its end.
   * @throws UnavailableError where the request is over before there is one
   */
  take(request: RequestContext): Promise<void> {
    let held = this.holders.get(request);
    if (!held) {
      held = this.acquire(request.signal).then(() => request.onEnd?.(async () => this.release()));
      this.holders.set(request, held);
    }
    return held;
  }

  private acquire(signal: AbortSignal | undefined): Promise<void> {
    if (signal?.aborted) return Promise.reject(busy());
    if (this.free > 0) {
      this.free -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const enter = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        this.waiting.splice(this.waiting.indexOf(enter), 1);
        reject(busy());
      };
      this.waiting.push(enter);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  private release(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free += 1;
  }
}

const busy = () => new UnavailableError('the hub is busy; try again');
