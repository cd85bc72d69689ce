import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OperatorError } from '../errors.js';
import { makeFolder } from '../folder.js';
import { attachOrStart } from './attach.js';
import { type Binaries, findBinaries } from './binaries.js';
import { admitApplication, createDatabase, hasDatabase, withClient } from './database.js';
import { releaseHubLock, takeHubLock } from './hub-lock.js';
import { initialise, removeUnfinished } from './initialise.js';
import { keepRunning } from './keep-running.js';
import { withLock } from './lock.js';
import { stopPostmaster } from './postmaster.js';
import { ensureRoles, HUB_DATABASE } from './roles.js';
import { readSecrets, type Secrets } from './secrets.js';
import { chooseServerUser } from './server-user.js';
import { hasOtherUsers, registerUser, unregisterUser } from './users.js';

/** What opening the embedded cluster takes. */
export interface EmbeddedOptions {
  dataDir: string;
  holdHubLock: boolean;
  progress: (line: string) => void;
  /** Start the server again whenever it ends, until this process closes it. */
  keepRunning: boolean;
  signal: AbortSignal | undefined;
}

/** The embedded cluster while this process uses it. */
export interface EmbeddedCluster {
  applicationUrl: string;
  ownerUrl: string;
  close(): Promise<void>;
}

/**
 * Opens the PostgreSQL of a data folder: creates it, starts it or joins the one that runs. Every step that decides
 * about the server's life runs under the folder's lock, so that processes may come and go at the same time.
 * @throws OperatorError, or the signal's reason
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedCluster> {
  let dataDir = resolve(options.dataDir);
  try {
    makeFolder(dataDir);
    dataDir = realpathSync(dataDir);
    const lockFile = join(dataDir, 'lock');
    return await withLock(lockFile, () => openUnderLock(dataDir, lockFile, options), options.signal);
  } catch (error) {
    throw unusableFolder(dataDir, error);
  }
}

async function openUnderLock(dataDir: string, lockFile: string, options: EmbeddedOptions): Promise<EmbeddedCluster> {
  const folder = join(dataDir, 'postgres');
  const hubLock = options.holdHubLock ? takeHubLock(dataDir) : undefined;
  const note = registerUser(dataDir);
  const leave = async () => {
    if (hubLock) releaseHubLock(hubLock);
    if (!unregisterUser(dataDir, note).inUse) await stopPostmaster(folder);
  };
  try {
    const { server, ...urls } = await prepare(dataDir, folder, options, hasOtherUsers(dataDir, note));
    options.signal?.throwIfAborted();
    const keeper = options.keepRunning ? keepRunning(server, lockFile) : undefined;
    const close = async () => {
      await keeper?.stop();
      await withLock(lockFile, leave);
    };
    let closed: Promise<void> | undefined;
    return { ...urls, close: () => (closed ??= close()) };
  } catch (error) {
    // What went wrong first is what the operator must hear.
    await leave().catch(() => undefined);
    throw error;
  }
}

async function prepare(dataDir: string, folder: string, options: EmbeddedOptions, isExpected: boolean) {
  const { signal } = options;
  const exists = existsSync(join(folder, 'PG_VERSION'));
  const user = chooseServerUser(folder);
  const secrets = readSecrets(dataDir, exists);
  const binaries = await findBinaries(user);
  removeUnfinished(folder);
  if (exists) {
    refuseOtherMajor(dataDir, folder, binaries);
  } else {
    options.progress(`Creating the database in ${options.dataDir} …`);
    await initialise(folder, binaries, user, secrets.postgres, signal);
  }
  // The link to a database kept elsewhere may lie where only we can follow it.
  const place = realpathSync(folder);
  if (!exists && place !== folder) options.progress(`Keeping it in ${place}, where the server's own user can reach it`);
  const server = { folder: place, binaries, user, password: secrets.postgres };
  const port = await attachOrStart(server, { isExpected, signal });
  await ensureHub(port, secrets);
  return { server, applicationUrl: hubUrl('hub_app', secrets, port), ownerUrl: hubUrl('hub_owner', secrets, port) };
}

function refuseOtherMajor(dataDir: string, folder: string, { major }: Binaries): void {
  const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (found === major) return;
  throw new OperatorError(
    `The data folder ${dataDir} is of PostgreSQL ${found}, and this hub brings ${major}: move the data with pg_dump, or set HUB_DATA_DIR`,
  );
}

/** Checked at each opening: a first start may have been interrupted anywhere. */
async function ensureHub(port: number, secrets: Secrets): Promise<void> {
  const superuserUrl = `postgres://postgres:${secrets.postgres}@127.0.0.1:${port}/postgres`;
  await withClient(superuserUrl, (client) => ensureRoles(client, secrets));
  if (!(await hasDatabase(superuserUrl, HUB_DATABASE))) {
    await createDatabase(superuserUrl, HUB_DATABASE, { owner: 'hub_owner' });
  }
  await admitApplication(superuserUrl, HUB_DATABASE);
}

function hubUrl(role: 'hub_app' | 'hub_owner', secrets: Secrets, port: number): string {
  return `postgres://${role}:${secrets[role]}@127.0.0.1:${port}/${HUB_DATABASE}`;
}

/** A full disk, a missing right and their like are the operator's to mend; everything else is a fault of ours. */
function unusableFolder(dataDir: string, error: unknown): unknown {
  if (error instanceof OperatorError || !(error instanceof Error)) return error;
  const isSystem = 'syscall' in error || ('code' in error && error.code === 'ERR_SQLITE_ERROR');
  return isSystem ? new OperatorError(`The data folder ${dataDir} cannot be used: ${error.message}`) : error;
}
