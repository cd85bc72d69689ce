import { rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '../errors.js';
import type { Binaries } from './binaries.js';
import { endOrphans } from './orphans.js';
import { hasPostmasterFile, lastPortOf, postmasterFile, readPostmaster } from './postmaster-file.js';
import { isAlive } from './process-identity.js';
import { ServerLog } from './server-log.js';
import { type Outcome, runAs, type ServerUser } from './server-user.js';
import { SERVER_SETTINGS } from './settings.js';

const START_ATTEMPTS = 5;
const START_SECONDS = 300;
const FAST_STOP_MS = 60_000;
const POLL_MS = 20;
const PORT_PAUSE_MS = 200;

/** A data folder and what it takes to run its server. */
export interface ServerFolder {
  folder: string;
  binaries: Binaries;
  user: ServerUser;
}

export interface StartOptions {
  /** Whether other processes look for the server at the port that it had. */
  isExpected: boolean;
  signal?: AbortSignal | undefined;
}

/**
 * Starts the server on the port that it had the last time. pg_ctl makes it a session leader of its own, so it outlives the hub.
 * @throws OperatorError with the server's own last words, or the signal's reason
 */
export async function startPostmaster(server: ServerFolder, { isExpected, signal }: StartOptions): Promise<void> {
  const { folder } = server;
  const log = new ServerLog(folder);
  log.prune();
  for (let attempt = 1; ; attempt++) {
    // PostgreSQL removes a stale file itself, unless its process id lives again as another program.
    if (hasPostmasterFile(folder) && !readPostmaster(folder)) rmSync(postmasterFile(folder), { force: true });
    await endOrphans(folder);
    const lastWords = log.listen();
    const keepsPort = isExpected || attempt === 1;
    const port = (keepsPort ? lastPortOf(folder) : undefined) ?? (await freePort());
    const outcome = await start(server, port, log, signal);
    signal?.throwIfAborted();
    // A server that another process left half started counts as well as ours.
    if (outcome.ok || readPostmaster(folder)) return;
    const { line, file } = lastWords() ?? { line: outcome.output.split('\n')[0], file: log.startupFile };
    const isTaken = line?.includes('Address already in use') || line?.includes('could not create any TCP/IP sockets');
    if (!isTaken || attempt === START_ATTEMPTS) {
      throw new OperatorError(`PostgreSQL did not start${isTaken ? ` on port ${port}` : ''}: ${line} (see ${file})`);
    }
    if (isExpected) await sleep(PORT_PAUSE_MS);
  }
}

/** Killing pg_ctl could leave a server that starts a moment later. So the signal stops the server, and pg_ctl sees it end. */
async function start(
  { folder, binaries, user }: ServerFolder,
  port: number,
  log: ServerLog,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  const watch = setInterval(() => signal?.aborted && interrupt(folder), POLL_MS);
  try {
    return await runAs(user, binaries.pgCtl, [
      ...['start', '--silent', '--wait', `--timeout=${START_SECONDS}`],
      ...['--pgdata', folder, '--log', log.startupFile, '--options', serverOptions(port)],
    ]);
  } finally {
    clearInterval(watch);
  }
}

/** Stops the server, rolling back what still runs, and waits until it is down. */
export async function stopPostmaster(folder: string): Promise<void> {
  const pid = interrupt(folder);
  if (pid === undefined || (await isGone(pid, FAST_STOP_MS))) return;
  // PostgreSQL's immediate shutdown.
  process.kill(pid, 'SIGQUIT');
  await isGone(pid, FAST_STOP_MS);
}

/** Begins PostgreSQL's fast shutdown; gives the process that is to end. */
function interrupt(folder: string): number | undefined {
  const postmaster = readPostmaster(folder);
  if (postmaster) process.kill(postmaster.pid, 'SIGINT');
  return postmaster?.pid;
}

async function isGone(pid: number, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await sleep(POLL_MS);
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
