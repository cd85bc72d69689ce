import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createLocalJWKSet, importJWK, type JWK, type JWTVerifyGetKey, SignJWT } from 'jose';
import type { Environment } from '../environment.js';
import { OperatorError } from '../errors.js';
import type { TokenRole } from './claims.js';
import { secretFile } from './secret-file.js';

/** The issuer of a laptop's own tokens. No identity provider on a network can have this name. */
export const LOCAL_ISSUER = { issuer: 'https://corridor-hub.localhost', audience: 'corridor-hub' } as const;

const ALGORITHM = 'ES256';

export interface LocalToken {
  readonly role: TokenRole;
  readonly subject: string;
  /** The slug of the company that a partner acts for. */
  readonly company?: string;
  /** In seconds from now. */
  readonly expiresIn: number;
}

/**
 * The keys that verify the data folder's own tokens. The first call makes them.
 * @throws OperatorError
 */
export function localKeys(dataDir: string): JWTVerifyGetKey {
  const { publicJwk } = readKey(dataDir);
  return createLocalJWKSet({ keys: [publicJwk] });
}

/**
 * Makes a token like that of an identity provider. `scope` repeats the role, for routers that read scopes.
 * @throws OperatorError
 */
export async function signLocalToken(
  dataDir: string,
  { role, company, subject, expiresIn }: LocalToken,
): Promise<string> {
  const { privateJwk } = readKey(dataDir);
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ role, scope: role, ...(company === undefined ? {} : { company }) })
    .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT', kid: privateJwk.kid })
    .setIssuer(LOCAL_ISSUER.issuer)
    .setAudience(LOCAL_ISSUER.audience)
    .setSubject(subject)
    .setIssuedAt(now)
    .setExpirationTime(now + expiresIn)
    .sign(await importJWK(privateJwk, ALGORITHM));
}

function readKey(dataDir: string): { privateJwk: JWK; publicJwk: JWK } {
  const file = join(dataDir, 'issuer.json');
  const text = secretFile(file, drawKey);
  try {
    const privateJwk = JSON.parse(text) as JWK;
    const { kid, alg } = privateJwk;
    const publicKey = createPublicKey(createPrivateKey({ key: { ...privateJwk }, format: 'jwk' }));
    return { privateJwk, publicJwk: { ...publicKey.export({ format: 'jwk' }), kid, alg } as JWK };
  } catch {
    throw new OperatorError(`${file} is damaged: remove it, and a new one is made; tokens given before are then void`);
  }
}

function drawKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: ALGORITHM });
}

/** Whether the hub makes its own tokens: on a laptop, where no identity provider is configured. */
export function hasLocalIssuer({ issuer, production }: Pick<Environment, 'issuer' | 'production'>): boolean {
  return !issuer && !production;
}
