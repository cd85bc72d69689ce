import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import type { Environment } from '../environment.js';
import { OperatorError } from '../errors.js';
import { secretFile } from './secret-file.js';

/** The header by which a gateway identifies itself to a subgraph in another process. */
export const GATEWAY_HEADER = 'x-hub-gateway';

const MIN_LENGTH = 32;

/**
 * The secret that a gateway and its subgraphs share: HUB_GATEWAY_SECRET, or one in the data folder. The latter is enough if all of them use
 * the same folder, in production too.
 * @throws OperatorError
 */
export function readGatewaySecret({
  gatewaySecret,
  dataDir,
}: Pick<Environment, 'gatewaySecret' | 'dataDir' | 'production'>): string {
  if (gatewaySecret !== undefined) return gatewaySecret;
  const file = join(dataDir, 'gateway-secret');
  const secret = secretFile(file, () => randomBytes(32).toString('base64url'));
  if (secret.length >= MIN_LENGTH) return secret;
  throw new OperatorError(`${file} is damaged: remove it, and a new one is made`);
}

/** Whether the header has the secret. Digests are compared, so the time reveals neither its characters nor its length. */
export function isGatewaySecret(given: string | string[] | undefined, secret: string): boolean {
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
