/** What a request waits for in other processes. */
export class Elsewhere {
  private awaited = 0;
  private readonly listeners: (() => void)[] = [];

  /** Whether it waits for an answer of another process now. */
  get isAwaited(): boolean {
    return this.awaited > 0;
  }

  /** Has this called each time that the request begins to wait. */
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
