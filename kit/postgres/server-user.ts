import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { OperatorError } from '../errors.js';

/** The operating system's user that runs the server; without ids it is the one that runs the hub. */
export interface ServerUser {
  uid?: number;
  gid?: number;
}

/**
 * Chooses who runs the server of a data folder: its owner where it exists, else ourselves. PostgreSQL refuses to run as
 * root, so for root it is the system user `postgres`, or `nobody` where there is no such user.
 */
export function chooseServerUser(folder: string): ServerUser {
  const owner = statSync(folder, { throwIfNoEntry: false });
  const self = process.getuid?.();
  if (self !== 0) {
    if (owner && self !== undefined && owner.uid !== self) {
      throw new OperatorError(
        `${folder} belongs to another user (uid ${owner.uid}): run the hub as that user, or set HUB_DATA_DIR`,
      );
    }
    return {};
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const user = findUser('postgres') ?? findUser('nobody');
  if (!user) {
    throw new OperatorError(
      'PostgreSQL does not run as root: add a system user "postgres", or run the hub as an ordinary user',
    );
  }
  return user;
}

function findUser(name: string): ServerUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** Whether the server's user may enter a folder, through every parent of it. */
export function canEnter(folder: string, user: ServerUser): boolean {
  if (user.uid === undefined) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** What a program said, and whether it ended well. */
export interface Outcome {
  ok: boolean;
  output: string;
}

// Nothing of the hub's environment: PGDATA, PGPORT or a locale in it would change what the programs do.
const ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * Runs one of PostgreSQL's programs as the server's user, in a session of its own: a Ctrl-C meant for the hub must not
 * interrupt it. The signal kills it, with the programs that it has started in turn.
 */
export function runAs(user: ServerUser, program: string, args: string[], signal?: AbortSignal): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...user,
      cwd: '/',
      env: ENVIRONMENT,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const kill = () => child.pid !== undefined && killGroup(child.pid);
    signal?.addEventListener('abort', kill, { once: true });
    if (signal?.aborted) kill();
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (error) => resolve({ ok: false, output: error.message }));
    child.once('close', (code) => {
      signal?.removeEventListener('abort', kill);
      resolve({ ok: code === 0, output: output.trim() });
    });
  });
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (error) {
    // It has ended meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
