/**
 * Waits for work until a number of milliseconds has passed or an outer signal is aborted. Then it aborts the signal of the work, and does
 * not wait for the work to end: work in a queue notices the signal late.
 */
export async function within<T>(
  milliseconds: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { promise: givenUp, reject } = Promise.withResolvers<never>();
  const inner = new AbortController();
  const giveUp = (reason: unknown) => {
    reject(reason);
    inner.abort(reason);
  };
  const abort = () => giveUp(outer?.reason);
  const timer = setTimeout(() => giveUp(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  outer?.addEventListener('abort', abort, { once: true });
  try {
    outer?.throwIfAborted();
    return await Promise.race([work(inner.signal), givenUp]);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', abort);
  }
}
