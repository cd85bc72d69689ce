/** The answers of other processes that a request waits for. */
export class Elsewhere {
  private awaited = 0;
  private readonly listeners: (() => void)[] = [];

  /** Whether it waits for an answer of another process now. */
  get isAwaited(): boolean {
    return this.awaited > 0;
  }

  /** Registers a callback for each time that the request begins to wait. */
  onWait(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Waits for an answer of another process. */
  async answer<T>(ask: () => Promise<T>): Promise<T> {
    this.awaited += 1;
    for (const listener of this.listeners) listener();
    try {
      return await ask();
    } finally {
      this.awaited -= 1;
    }
  }
}
