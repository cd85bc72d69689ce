import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { ClusterOptions } from '../../../kit/postgres/cluster.js';
import { stopPostmaster } from '../../../kit/postgres/postmaster.js';
import { readPostmaster } from '../../../kit/postgres/postmaster-file.js';

const LOADER = new URL('../../testkit/typescript-imports.mjs', import.meta.url).href;
const PROGRAM = fileURLToPath(new URL('hub-process.ts', import.meta.url));

/** A process of its own that opened the cluster, or was refused. */
export interface Hub {
  pid: number;
  applicationUrl: string;
  ownerUrl: string;
  refusal: string | undefined;
  progress: string[];
  /** Lets it close the cluster and end. */
  stop(): Promise<void>;
  /** kill -9, as the kernel's memory reaper would. */
  kill(): Promise<void>;
}

/** Starts a process that opens the cluster, and waits until it has. */
export async function startHub(options: ClusterOptions): Promise<Hub> {
  const child = spawn(process.execPath, ['--import', LOADER, PROGRAM, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const hub: Hub = {
    pid: child.pid ?? 0,
    applicationUrl: '',
    ownerUrl: '',
    refusal: undefined,
    progress: [],
    stop: () => end(child, exit, () => child.stdin.end()),
    kill: () => end(child, exit, () => child.kill('SIGKILL')),
  };
  onTestFinished(() => hub.kill());
  for await (const line of createInterface({ input: child.stdout })) {
    const { progress, ...outcome } = JSON.parse(line) as Partial<Hub> & { progress?: string };
    if (progress !== undefined) hub.progress.push(progress);
    else return Object.assign(hub, outcome);
  }
  throw new Error('the process ended without a word');
}

async function end(child: ChildProcess, exit: Promise<unknown>, ask: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  ask();
  await exit;
}

/** A data folder of this test, removed with its server when the test ends. */
export function temporaryDataDir(): string {
  const parent = mkdtempSync(join(realpathSync(tmpdir()), 'corridor-hub-life-'));
  chmodSync(parent, 0o755);
  const dataDir = join(parent, 'data');
  onTestFinished(async () => {
    await stopPostmaster(join(dataDir, 'postgres'));
    rmSync(parent, { recursive: true, force: true });
  });
  return dataDir;
}

/** The process id of a data folder's live server. */
export function serverOf(dataDir: string): number | undefined {
  return readPostmaster(join(dataDir, 'postgres'))?.pid;
}

/** Waits for another server than the one of this process id to run in a data folder; gives the new one's. */
export async function nextServer(dataDir: string, before: number): Promise<number> {
  for (;;) {
    const server = serverOf(dataDir);
    if (server !== undefined && server !== before) return server;
    await sleep(20);
  }
}
