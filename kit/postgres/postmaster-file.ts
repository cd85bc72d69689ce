import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, programOf } from './process-identity.js';

/** The running server as its own postmaster.pid describes it. */
export interface Postmaster {
  pid: number;
  /** Undefined until the server has opened its port. */
  port: number | undefined;
}

/** The live server of a data folder; undefined where postmaster.pid is absent, or left over from a dead server. */
export function readPostmaster(folder: string): Postmaster | undefined {
  const lines = readLines(folder);
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isPostmasterOf(folder, pid)) return undefined;
  return { pid, port: Number(lines[3]) || undefined };
}

/** Whether there is a postmaster.pid at all, be it stale. */
export function hasPostmasterFile(folder: string): boolean {
  return readLines(folder).length > 0;
}

/** A stale file may name an id that the system has since given to another program, or to another PostgreSQL. */
function isPostmasterOf(folder: string, pid: number): boolean {
  if (!isAlive(pid) || programOf(pid) !== 'postgres') return false;
  const current = currentFolderOf(pid);
  return current === undefined || current === realpathSync(folder);
}

/** A postmaster works inside its data folder. Only Linux tells. */
function currentFolderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function readLines(folder: string): string[] {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
