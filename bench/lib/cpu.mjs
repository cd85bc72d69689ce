import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Linux counts in hundredths of a second (USER_HZ). */
const TICK_MS = 10;

/** Processor time of these processes so far, in ms. */
export function cpuOf(pids) {
  return pids.reduce((sum, pid) => sum + own(stat(pid)), 0);
}

/** Processor time of a PostgreSQL so far, in ms: of the postmaster, of its children, and of those that have ended. */
export function cpuOfPostgres(postmaster) {
  const parent = stat(postmaster);
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => stat(pid))
    .filter((process) => process?.parent === postmaster);
  return [parent, ...children].reduce((sum, process) => sum + own(process), parent.ended);
}

/** Memory of these processes now, in MB; and the most that any of them ever had, summed. */
export function memoryOf(pids) {
  const megabytes = (name) =>
    pids.reduce((sum, pid) => {
      const kilobytes = new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      return sum + Number(kilobytes) / 1024;
    }, 0);
  return { now: Math.round(megabytes('VmRSS')), most: Math.round(megabytes('VmHWM')) };
}

/** The postmaster of a data folder. */
export function postmasterOf(dataDir) {
  return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function stat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return { parent: fields[1], used: (fields[11] + fields[12]) * TICK_MS, ended: (fields[13] + fields[14]) * TICK_MS };
  } catch {
    return undefined;
  }
}

const own = (process) => process?.used ?? 0;
