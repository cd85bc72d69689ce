import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isAlive, startOf } from './process-identity.js';

/** Writes a file that stands for this process for as long as it lives. */
export function writeProcessFile(file: string): void {
  writeFileSync(file, `${process.pid}\n${startOf(process.pid)}\n`);
}

/** The id of the live process that a file stands for; undefined where the file is absent or its process is gone. */
export function liveProcessOf(file: string): number | undefined {
  const [pid, started] = readLines(file);
  const id = Number(pid);
  if (!Number.isInteger(id) || id <= 0 || !isAlive(id)) return undefined;
  return startOf(id) === started ? id : undefined;
}

/** Removes a file of {@link writeProcessFile}; an absent one is no fault. */
export function removeProcessFile(file: string): void {
  rmSync(file, { force: true });
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
