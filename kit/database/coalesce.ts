import type { Writable } from 'node:stream';

const waiting = new WeakSet<Writable>();

/**
 * Lets what is written to a connection in this turn of the event loop leave as one message: each message is a system call, and those
 * are most of what a small statement costs.
 */
export function coalesce(stream: Writable): void {
  if (waiting.has(stream)) return;
  waiting.add(stream);
  stream.cork();
  setImmediate(() => {
    waiting.delete(stream);
    stream.uncork();
  });
}
