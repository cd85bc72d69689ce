/**
 * Waits for work no longer than so many milliseconds, nor past the end of an outer signal. The work is told by its own signal, and is not
 * waited for: what stands in a queue hears of it late.
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
