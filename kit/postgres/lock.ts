import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 20;

/**
 * Runs `work` while no other process (and no other caller in this one) runs under the same lock file. The signal ends the waiting.
 *
 * Node has no flock(2). An exclusive SQLite transaction on an empty file is the operating system's file lock that Node
 * does ship: the kernel frees it when its holder dies, even by kill -9, so it can never be stale. Nothing is stored.
 */
export async function withLock<T>(file: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    while (!tryAcquire(lock)) {
      signal?.throwIfAborted();
      await sleep(POLL_MS);
    }
    return await work();
  } finally {
    lock.close();
  }
}

const SQLITE_BUSY = 5;

function tryAcquire(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return false;
    throw error;
  }
}
