import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../errors.js';

/** The passwords of the embedded cluster's login roles. */
export interface Secrets {
  postgres: string;
  hub_owner: string;
  hub_app: string;
}

/** Reads the passwords, or draws them where there is no cluster yet that could need the old ones. */
export function readSecrets(dataDir: string, clusterExists: boolean): Secrets {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) return parse(file);
  if (clusterExists) {
    throw new OperatorError(
      `${file} is missing, and the database beside it does not open without it: restore the file, or remove ${dataDir}`,
    );
  }
  const secrets = { postgres: draw(), hub_owner: draw(), hub_app: draw() };
  // Renamed into place, so that a crash cannot leave half a file.
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

function draw(): string {
  return randomBytes(24).toString('base64url');
}

function parse(file: string): Secrets {
  try {
    const secrets = JSON.parse(readFileSync(file, 'utf8')) as Secrets;
    if ([secrets.postgres, secrets.hub_owner, secrets.hub_app].every((secret) => typeof secret === 'string'))
      return secrets;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new OperatorError(`${file} is damaged: restore it, or remove the data folder`);
}
