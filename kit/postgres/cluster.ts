import { openEmbedded } from './embedded.js';
import { checkExternal } from './external.js';
import { externalConnections } from './external-roles.js';

/** The hub's PostgreSQL while this process uses it. */
export interface Cluster {
  /** The connection of the application's role, which bypasses no policy. */
  applicationUrl: string;
  /** The connection that migrates. */
  ownerUrl: string;
  /** Ends this process's use; the last one stops an embedded server. It may be called more than once. */
  close(): Promise<void>;
}

export interface ClusterOptions {
  /** Where the embedded server keeps its data, its passwords and its locks. */
  dataDir: string;
  /** A PostgreSQL of the operator's, used instead of the embedded one. */
  databaseUrl?: string;
  databaseOwnerUrl?: string;
  /** Refuse a data folder that another live hub holds, and hold it. */
  holdHubLock?: boolean;
  /** Start the embedded server again whenever it ends: what runs for long does so. */
  keepRunning?: boolean;
  /** Told what takes long on the first start. */
  progress?: (line: string) => void;
  /** Stops the opening, whatever it is at, and leaves no server behind that nobody uses. */
  signal?: AbortSignal;
}

/**
 * Opens the hub's PostgreSQL: the operator's where a URL is given, else the embedded one of the data folder.
 * @throws OperatorError with one clear line, or the signal's reason.
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const { dataDir, databaseUrl, databaseOwnerUrl, holdHubLock = false, keepRunning = false, signal } = options;
  const { progress = () => undefined } = options;
  if (databaseUrl === undefined) return openEmbedded({ dataDir, holdHubLock, keepRunning, progress, signal });
  await checkExternal('DATABASE_URL', databaseUrl);
  if (databaseOwnerUrl !== undefined) await checkExternal('DATABASE_OWNER_URL', databaseOwnerUrl);
  return { ...(await externalConnections(databaseUrl, databaseOwnerUrl)), close: async () => undefined };
}
