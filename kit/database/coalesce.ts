import type { Writable } from 'node:stream';

const waiting = new WeakSet<Writable>();

/**
 * Sends everything that is written to a connection in this turn of the event loop as one message. Each message is a system call, and system
 * calls are most of the cost of a small statement.
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
