import { createHash } from 'node:crypto';
import { decodeProtectedHeader, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Environment } from '../environment.js';
import { HttpError } from '../http/http-error.js';
import { PUBLIC, type Viewer } from '../viewer.js';
import { viewerOfClaims } from './claims.js';
import { invalidToken } from './invalid-token.js';
import { LOCAL_ISSUER, localKeys } from './local-issuer.js';
import { type RemoteKeysOptions, remoteKeys } from './remote-keys.js';
import { CLOCK_TOLERANCE_S, checkTimes, isNotYetValid } from './token-times.js';

/** Finds the viewer of a request. */
export interface Authenticator {
  /**
   * The viewer of an `Authorization` header. Without a header: the public. An invalid token is refused and never treated as the public, so
   * that nobody takes the public's answer for their own.
   * @throws HttpError 401, or 503 if the keys are not available
   */
  viewerOf(authorization: string | undefined): Promise<Viewer>;
}

/** The issuer whose tokens are accepted, and its keys. */
interface Trust {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
}

/** Only signatures by key pairs: with HS256 an attacker could use the public key as the secret. */
const ALGORITHMS = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];
/** The types of RFC 9068, and of older providers. An ID token or a logout token has another type and is not an access token. */
const TYPES = new Set(['jwt', 'at+jwt']);
const MAX_HEADER_LENGTH = 8_192;
const CACHED_TOKENS = 10_000;

/**
 * Trusts the identity provider of the environment. Without one, it trusts the issuer of the data folder, but in production nobody.
 * @throws OperatorError if the key of the local issuer cannot be read or made
 */
export async function openAuthenticator(
  environment: Pick<Environment, 'issuer' | 'production' | 'dataDir'>,
  options: RemoteKeysOptions = {},
): Promise<Authenticator> {
  const trust = trustOf(environment, options);
  const known = new LRUCache<string, Viewer>({ max: CACHED_TOKENS });

  async function viewerOfToken(token: string): Promise<Viewer> {
    if (!trust) throw invalidToken();
    // A digest, so that no token stays in memory longer than its request.
    const key = createHash('sha256').update(token).digest('base64url');
    const cached = known.get(key);
    if (cached && isCurrent(cached)) return cached;
    known.delete(key);
    const viewer = await verify(token, trust);
    if (isCurrent(viewer)) known.set(key, viewer);
    return viewer;
  }

  return {
    viewerOf: async (authorization) => (authorization === undefined ? PUBLIC : viewerOfToken(bearer(authorization))),
  };
}

function trustOf(
  { issuer, production, dataDir }: Pick<Environment, 'issuer' | 'production' | 'dataDir'>,
  options: RemoteKeysOptions,
): Trust | undefined {
  if (issuer) return { ...issuer, keys: remoteKeys(issuer.jwksUrl, options) };
  return production ? undefined : { ...LOCAL_ISSUER, keys: localKeys(dataDir) };
}

function bearer(authorization: string): string {
  const token =
    authorization.length <= MAX_HEADER_LENGTH
      ? /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1]
      : undefined;
  if (!token) throw invalidToken('The Authorization must be Bearer and one signed token (a JWT).');
  return token;
}

async function verify(token: string, { issuer, audience, keys }: Trust): Promise<Viewer> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      algorithms: ALGORITHMS,
      issuer,
      audience,
      clockTolerance: CLOCK_TOLERANCE_S,
      requiredClaims: ['exp'],
    });
    const { typ } = protectedHeader;
    if (typ !== undefined && !(typeof typ === 'string' && TYPES.has(typ.toLowerCase()))) throw invalidToken();
    checkTimes(payload);
    return viewerOfClaims(payload);
  } catch (error) {
    if (error instanceof HttpError) throw error;
    if (error instanceof errors.JWTExpired) throw invalidToken('The token has expired.');
    if (isNotYetValid(error)) throw invalidToken('The token is not valid yet: nbf lies in the future.');
    if (error instanceof errors.JWKSNoMatchingKey) throw invalidToken(unknownKey(token));
    // Every other error is in the token or its key. Its reason would only help somebody who forges one.
    throw invalidToken();
  }
}

/** Most often the token of another data folder, or of an earlier one at the same place. */
function unknownKey(token: string): string {
  const { kid } = decodeProtectedHeader(token);
  const name = kid !== undefined && /^[\w.-]{1,64}$/.test(kid) ? ` '${kid}'` : '';
  return `The key${name} that signed the token is unknown here.`;
}

function isCurrent({ expiresAt }: Viewer): boolean {
  return expiresAt !== null && expiresAt.getTime() > Date.now();
}
