import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withClient } from '../../kit/postgres/database.js';
import { workingFolderOf } from '../../kit/postgres/postmaster-file.js';
import { isAlive, programOf } from '../../kit/postgres/process-identity.js';
import { projectFile } from '../../kit/project.js';
import { killRunning, type Run, runScript } from '../testkit/process.js';

let folder: string;
let dataDir: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corridor-hub-signals-'));
  await chmod(folder, 0o755);
  dataDir = join(folder, 'data');
});
afterEach(async () => {
  killRunning();
  await rm(folder, { recursive: true, force: true });
});

const start = (variables: Record<string, string> = {}) =>
  runScript('start', [], { HUB_DATA_DIR: dataDir, PORT: '0', ...variables });

/** Waits until the data folder shows that the start is so far. */
async function until(run: Run, isSoFar: () => Promise<boolean>): Promise<void> {
  while (!(await isSoFar().catch(() => false))) {
    if (run.child.exitCode !== null) throw new Error(run.output());
    await sleep(5);
  }
}

const entries = () => readdir(dataDir);
const postmasterFile = async () => (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');

/** Every PostgreSQL process, a server or an initdb, that works somewhere in the data folder. */
async function serversLeft(): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  return pids.filter(
    (pid) => /^(postgres|initdb)$/.test(programOf(pid)) && isAlive(pid) && workingFolderOf(pid)?.startsWith(folder),
  );
}

/** A schema that the owner sees in the running server. */
async function hasSchema(name: string): Promise<boolean> {
  const [, , , port] = await postmasterFile();
  const { hub_owner: password } = JSON.parse(await readFile(join(dataDir, 'secrets.json'), 'utf8'));
  return withClient(`postgres://hub_owner:${password}@127.0.0.1:${port}/hub`, async (client) => {
    const { rowCount } = await client.query('select from pg_namespace where nspname = $1', [name]);
    return rowCount === 1;
  });
}

const BOUND_MS = 300_000;

describe.runIf(process.platform === 'linux')('a signal', { timeout: BOUND_MS }, () => {
  const moments: [string, NodeJS.Signals, (run: Run) => Promise<unknown>][] = [
    ['before anything is made', 'SIGTERM', (run) => until(run, async () => (await entries()).includes('lock'))],
    [
      'while initdb runs',
      'SIGINT',
      (run) => until(run, async () => (await entries()).some((name) => name.startsWith('postgres.new-'))),
    ],
    ['as PostgreSQL starts', 'SIGTERM', (run) => until(run, async () => (await postmasterFile()).length > 0)],
    ['while the tables are made', 'SIGHUP', (run) => until(run, () => hasSchema('companies'))],
    ['while the facts are filled in', 'SIGTERM', (run) => until(run, () => hasSchema('trade_events'))],
    ['while the sample is made', 'SIGTERM', (run) => run.printed(/sample: people/)],
  ];

  test('during the first start leaves no PostgreSQL, whenever it comes, and the next start goes on from there', async () => {
    for (const [when, signal, moment] of moments) {
      const run = start();
      await moment(run);
      run.child.kill(signal);
      expect(await run.ended(), when).toBe(0);
      expect(run.output(), when).not.toMatch(/answers at|Error|corridor-hub:/);
      expect(await serversLeft(), when).toEqual([]);
      expect(
        (await entries()).filter((name) => name.includes('.new-')),
        when,
      ).toEqual([]);
    }
    const complete = start();
    const [, url] = await complete.printed(/answers at (\S+)/);
    const response = await fetch(`${url}?query={sectors{code}placementStats{count}}`);
    const { data } = (await response.json()) as { data: { sectors: unknown[]; placementStats: { count: number }[] } };
    expect(data.sectors).toHaveLength(17);
    expect(data.placementStats[0]?.count).toBe(2_000);
    complete.child.kill('SIGTERM');
    expect(await complete.ended()).toBe(0);
    expect(await serversLeft()).toEqual([]);
  });

  test('that comes again and again ends a hub no less cleanly', async () => {
    const run = start({ HUB_SAMPLE: '0' });
    await run.printed(/answers at/);
    const [pid] = await postmasterFile();
    const again = setInterval(() => run.child.kill('SIGTERM'), 50);
    expect(await run.ended()).toBe(0);
    clearInterval(again);
    expect(isAlive(Number(pid))).toBe(false);
    expect(await serversLeft()).toEqual([]);
  });

  test('to npm reaches the hub, which ends as if it were its own', async () => {
    const npm = spawn('npm', ['start'], {
      cwd: projectFile(),
      env: { ...process.env, HUB_DATA_DIR: dataDir, PORT: '0', HUB_SAMPLE: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(npm, 'exit');
    let output = '';
    for await (const chunk of npm.stdout) {
      output += chunk;
      if (/answers at/.test(output)) break;
    }
    npm.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(await serversLeft()).toEqual([]);
  });

  test('that stops a command gives the exit code by which a shell knows the signal', async () => {
    const run = runScript('sample', ['--placements', '200000'], { HUB_DATA_DIR: dataDir });
    await run.printed(/Making up/);
    run.child.kill('SIGTERM');
    expect(await run.ended()).toBe(143);
    expect(await serversLeft()).toEqual([]);
  });
});
