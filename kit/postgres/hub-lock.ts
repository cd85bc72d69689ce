import { join } from 'node:path';
import { OperatorError } from '../errors.js';
import { liveProcessOf, removeProcessFile, writeProcessFile } from './process-file.js';

/**
 * Takes the data folder for one hub, from a dead hub too. Call it under the data folder's lock.
 * @throws OperatorError when another live hub holds it.
 */
export function takeHubLock(dataDir: string): string {
  const file = join(dataDir, 'hub.lock');
  const holder = liveProcessOf(file);
  if (holder !== undefined) {
    throw new OperatorError(
      `The data folder ${dataDir} is in use by another hub (process ${holder}): stop that one, or set HUB_DATA_DIR to another folder`,
    );
  }
  writeProcessFile(file);
  return file;
}

/** Gives the data folder back. Call it under the data folder's lock. */
export function releaseHubLock(file: string): void {
  removeProcessFile(file);
}
