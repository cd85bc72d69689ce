import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { workingFolderOf } from './postmaster-file.js';
import { isAlive, programOf } from './process-identity.js';

const WAIT_MS = 5_000;

/**
 * Ends what a killed postmaster has left: its processes end by themselves, but one that computes notices late, and no new server starts
 * while one of them holds the shared memory. Nothing is lost: what was committed is in the write-ahead log. Only Linux tells which
 * processes they are.
 */
export async function endOrphans(folder: string): Promise<void> {
  const orphans = processes().filter((pid) => programOf(pid) === 'postgres' && workingFolderOf(pid) === folder);
  for (const pid of orphans) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
  const deadline = performance.now() + WAIT_MS;
  while (orphans.some(isAlive) && performance.now() < deadline) await sleep(20);
}

function processes(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}
