import { randomUUID } from 'node:crypto';
import { chownSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { OperatorError } from '../errors.js';
import type { Binaries } from './binaries.js';
import { canEnter, runAs, type ServerUser } from './server-user.js';
import { systemFolder } from './system-folder.js';

/**
 * Makes a new cluster at `folder`. It is made under another name and appears whole, so that an interrupted start leaves
 * nothing that looks like a database.
 * @throws OperatorError
 */
export async function initialise(
  folder: string,
  binaries: Binaries,
  user: ServerUser,
  password: string,
  signal?: AbortSignal,
): Promise<void> {
  refuseForeign(folder);
  const dataDir = dirname(folder);
  if (canEnter(dataDir, user)) {
    const unfinished = `${folder}.new-${randomUUID().slice(0, 8)}`;
    await runInitdb(unfinished, dataDir, binaries, user, password, signal);
    renameSync(unfinished, folder);
  } else {
    const elsewhere = join(systemFolder(dataDir), randomUUID());
    await runInitdb(elsewhere, dataDir, binaries, user, password, signal);
    rmSync(folder, { recursive: true, force: true });
    symlinkSync(elsewhere, folder);
  }
}

/** Takes nothing but an empty folder, or none, for the place of a new cluster. */
function refuseForeign(folder: string): void {
  const entry = lstatSync(folder, { throwIfNoEntry: false });
  if (!entry || (entry.isDirectory() && readdirSync(folder).length === 0)) return;
  throw new OperatorError(
    `${folder} is there, but holds no PostgreSQL database: remove it, or set HUB_DATA_DIR to another folder`,
  );
}

/** Removes what interrupted first starts left. Call it under the data folder's lock. */
export function removeUnfinished(folder: string): void {
  for (const name of readdirSync(dirname(folder))) {
    if (!name.startsWith(`${basename(folder)}.new-`)) continue;
    // An initdb whose hub was killed may still be writing there.
    rmSync(join(dirname(folder), name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

async function runInitdb(
  folder: string,
  dataDir: string,
  binaries: Binaries,
  user: ServerUser,
  password: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const passwordFile = `${folder}.password`;
  try {
    mkdirSync(folder, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600, flag: 'wx' });
    for (const path of [folder, passwordFile])
      if (user.uid !== undefined) chownSync(path, user.uid, user.gid ?? user.uid);
    const common = [
      '--pgdata',
      folder,
      '--username=postgres',
      '--pwfile',
      passwordFile,
      '--auth=scram-sha-256',
      ...LOCALE,
    ];
    // Where the machine knows a C.UTF-8, extensions such as pg_trgm see the letters of Japanese and Urdu as letters.
    const unicode = await runAs(user, binaries.initdb, [...common, '--lc-ctype=C.UTF-8'], signal);
    const outcome = unicode.output.includes('invalid locale name')
      ? await runAs(user, binaries.initdb, common, signal)
      : unicode;
    signal?.throwIfAborted();
    if (!outcome.ok) throw failure(dataDir, outcome.output);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** The same order and the same letter case on every machine, whatever its locales. */
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

function failure(dataDir: string, output: string): OperatorError {
  const log = join(dataDir, 'initdb.log');
  writeFileSync(log, `${output}\n`);
  const reason = /(?:FATAL|PANIC|ERROR|error): +(.*)/.exec(output)?.[1] ?? output.split('\n')[0] ?? '';
  return new OperatorError(`The database could not be created: ${reason} (see ${log})`);
}
