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
  const lines = linesOf(postmasterFile(folder));
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isPostmasterOf(folder, pid)) return undefined;
  return { pid, port: Number(lines[3]) || undefined };
}

/** Whether there is a postmaster.pid at all, be it stale. */
export function hasPostmasterFile(folder: string): boolean {
  return linesOf(postmasterFile(folder)).length > 0;
}

/** A stale file may name an id that the system has since given to another program, or to another PostgreSQL. */
function isPostmasterOf(folder: string, pid: number): boolean {
  if (!isAlive(pid) || programOf(pid) !== 'postgres') return false;
  const current = workingFolderOf(pid);
  return current === undefined || current === realpathSync(folder);
}

/** A server works inside its data folder. Only Linux tells. */
export function workingFolderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** The port at which the server was started the last time, however it ended: PostgreSQL notes its command line. */
export function lastPortOf(folder: string): number | undefined {
  const port = /"port=(\d+)"/.exec(linesOf(join(folder, 'postmaster.opts')).join('\n'))?.[1];
  return port === undefined ? undefined : Number(port);
}

export function postmasterFile(folder: string): string {
  return join(folder, 'postmaster.pid');
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
