import { setTimeout as sleep } from 'node:timers/promises';
import { logger } from '../logger.js';
import { withLock } from './lock.js';
import { type ServerFolder, startPostmaster } from './postmaster.js';
import { lastPortOf, readPostmaster } from './postmaster-file.js';
import { ServerLog } from './server-log.js';

const LOOK_MS = 250;
const PRUNE_MS = 60_000;

/** A server that ran for so long has not crashed again because of what it crashed of before. */
const CALM_MS = 30_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Starts the server of a data folder again whenever it ends, at the port that it had, where every process of the hub looks for it. Of
 * several processes that do so one starts it, under the folder's lock, and the others find it there.
 */
export function keepRunning(server: ServerFolder, lockFile: string): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const over = watch(server, lockFile, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await over;
    },
  };
}

async function watch(server: ServerFolder, lockFile: string, signal: AbortSignal): Promise<void> {
  const log = new ServerLog(server.folder);
  let prunedAt = performance.now();
  let startedAt = performance.now();
  let ends = 0;
  while (await isPassed(LOOK_MS, signal)) {
    if (readPostmaster(server.folder)) {
      if (performance.now() - prunedAt < PRUNE_MS) continue;
      log.prune();
      prunedAt = performance.now();
      continue;
    }
    ends = performance.now() - startedAt > CALM_MS ? 1 : ends + 1;
    const pause = pauseAfter(ends);
    logger.warn({ folder: server.folder, ends, pause }, ended(ends, pause));
    if (!(await isPassed(pause, signal))) return;
    await startAgain(server, lockFile, signal);
    startedAt = performance.now();
  }
}

async function startAgain(server: ServerFolder, lockFile: string, signal: AbortSignal): Promise<void> {
  const { folder } = server;
  const port = lastPortOf(folder);
  try {
    await withLock(
      lockFile,
      async () => {
        if (!readPostmaster(folder)) await startPostmaster(server, { isExpected: true, signal });
      },
      signal,
    );
    logger.warn({ folder, port }, 'PostgreSQL runs again');
  } catch (err) {
    if (!signal.aborted) logger.error({ folder, port, err }, 'PostgreSQL does not start again');
  }
}

/** The first time at once; then ever later, so that a server that cannot live does not keep the machine busy. */
function pauseAfter(ends: number): number {
  return ends === 1 ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** (ends - 2), LONGEST_PAUSE_MS);
}

function ended(ends: number, pause: number): string {
  if (ends === 1) return 'PostgreSQL has ended; it is started again';
  return `PostgreSQL has ended or did not start, ${ends} times in a row; it is started again in ${pause / 1_000} s`;
}

/** Whether the time has passed; false at once where the signal comes first. */
async function isPassed(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(ms, undefined, { signal, ref: false });
    return true;
  } catch {
    return false;
  }
}
