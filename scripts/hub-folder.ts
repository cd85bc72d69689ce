import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Environment } from '../kit/environment.js';
import { OperatorError } from '../kit/errors.js';

/**
 * Refuses to make a database for a command that has nothing to do without one: an operator in another folder, or with another
 * HUB_DATA_DIR, means the hub that is there already.
 * @throws OperatorError
 */
export function requireDatabase({ dataDir, databaseUrl }: Environment): void {
  if (databaseUrl === undefined) require(dataDir, join('postgres', 'PG_VERSION'));
}

/** The same for the key that the hub's own tokens are signed with. @throws OperatorError */
export function requireIssuer({ dataDir }: Environment): void {
  require(dataDir, 'issuer.json');
}

function require(dataDir: string, file: string): void {
  if (existsSync(join(dataDir, file))) return;
  throw new OperatorError(
    `there is no hub in ${resolve(dataDir)} (no ${file}); start one first (npm start), or set HUB_DATA_DIR to the folder of the one that you mean`,
  );
}
