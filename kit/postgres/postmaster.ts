import { readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '../errors.js';
import type { Binaries } from './binaries.js';
import { hasPostmasterFile, readPostmaster } from './postmaster-file.js';
import { isAlive } from './process-identity.js';
import { runAs, type ServerUser } from './server-user.js';
import { SERVER_SETTINGS } from './settings.js';

const START_ATTEMPTS = 5;
const START_SECONDS = 300;
const FAST_STOP_MS = 60_000;

/**
 * Starts the server on a free port. pg_ctl makes it a session leader of its own, so it outlives the hub.
 * @throws OperatorError with the server's own last words.
 */
export async function startPostmaster(folder: string, binaries: Binaries, user: ServerUser): Promise<void> {
  const log = join(folder, 'server.log');
  for (let attempt = 1; ; attempt++) {
    // PostgreSQL removes a stale file itself, unless its process id lives again as another program.
    if (hasPostmasterFile(folder) && !readPostmaster(folder)) rmSync(join(folder, 'postmaster.pid'), { force: true });
    const before = readLog(log).length;
    const outcome = await runAs(user, binaries.pgCtl, [
      ...['start', '--silent', '--wait', `--timeout=${START_SECONDS}`],
      ...['--pgdata', folder, '--log', log, '--options', serverOptions(await freePort())],
    ]);
    // A server that another process left half started counts as well as ours.
    if (outcome.ok || readPostmaster(folder)) return;
    const said = readLog(log).slice(before);
    if (said.includes('Address already in use') && attempt < START_ATTEMPTS) continue;
    const reason =
      /(?:FATAL|PANIC|LOG|ERROR): +(.*)/.exec(lastSerious(said) ?? '')?.[1] ?? outcome.output.split('\n')[0];
    throw new OperatorError(`PostgreSQL did not start: ${reason} (see ${log})`);
  }
}

/** Stops the server, rolling back what still runs, and waits until it is down. */
export async function stopPostmaster(folder: string): Promise<void> {
  const postmaster = readPostmaster(folder);
  if (!postmaster) return;
  // SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one.
  process.kill(postmaster.pid, 'SIGINT');
  if (await isGone(postmaster.pid, FAST_STOP_MS)) return;
  process.kill(postmaster.pid, 'SIGQUIT');
  await isGone(postmaster.pid, FAST_STOP_MS);
}

async function isGone(pid: number, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

function serverOptions(port: number): string {
  const settings = { port: String(port), ...SERVER_SETTINGS };
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}='${value}'`)
    .join(' ');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function readLog(log: string): string {
  try {
    return readFileSync(log, 'utf8');
  } catch {
    return '';
  }
}

function lastSerious(said: string): string | undefined {
  return said.split('\n').findLast((line) => /FATAL:|PANIC:/.test(line));
}
