import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether a process with this id lives, ours or another user's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !isZombie(pid);
}

/** A dead process that nobody has waited for (common under a container's pid 1) still answers to signal 0. */
function isZombie(pid: number): boolean {
  return statFields(pid)?.[0] === 'Z';
}

/** When the process started, so that a process id which the system gave out again is not mistaken for the first one. */
export function startOf(pid: number): string {
  const started = statFields(pid)?.[19];
  if (started) return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${started}`;
  return ps(pid, 'lstart=');
}

/** The name of the program that a process runs, or an empty string. */
export function programOf(pid: number): string {
  const name = read(`/proc/${pid}/comm`) ?? ps(pid, 'comm=');
  return name.trim().split('/').at(-1) ?? '';
}

/** The fields of /proc/<pid>/stat from `state` on; the program's name before them may itself hold spaces and brackets. */
function statFields(pid: number): string[] | undefined {
  const stat = read(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}
