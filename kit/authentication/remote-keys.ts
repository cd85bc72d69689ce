import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { HttpError } from '../http/http-error.js';

export interface RemoteKeysOptions {
  /** The shortest time between two requests to the provider, for any tokens. */
  cooldownMs?: number;
  /** The age at which keys are fetched again, so that a withdrawn key is dropped. */
  refreshMs?: number;
}

const TIMEOUT_MS = 3_000;

/**
 * The keys of an identity provider. A token with an unknown key fetches them again. Old keys are renewed while requests go on with the known
 * keys. An outage of the provider therefore affects only new keys.
 * @throws HttpError (the returned function) 503 if no keys were ever fetched
 */
export function remoteKeys(
  url: string,
  { cooldownMs = 30_000, refreshMs = 600_000 }: RemoteKeysOptions = {},
): JWTVerifyGetKey {
  // The pause is counted here: jose counts it from the last success, so during an outage each forged token would cause a request.
  const remote = createRemoteJWKSet(new URL(url), {
    cacheMaxAge: Number.POSITIVE_INFINITY,
    cooldownDuration: Number.POSITIVE_INFINITY,
    timeoutDuration: TIMEOUT_MS,
  });
  // A monotonic clock: if a wall clock were set back, no key would be fetched until it caught up.
  let askedAt = Number.NEGATIVE_INFINITY;
  let loadedAt = Number.NEGATIVE_INFINITY;

  /** Fetches the keys, or waits for a fetch that is running. False if the provider does not answer. */
  async function load(): Promise<boolean> {
    askedAt = performance.now();
    try {
      await remote.reload();
      loadedAt = performance.now();
      return true;
    } catch {
      return false;
    }
  }

  const mayAsk = () => performance.now() - askedAt >= cooldownMs;

  return async (header, token) => {
    if (!remote.jwks()) {
      if (!(await load())) throw unavailable();
    } else if (performance.now() - loadedAt >= refreshMs && mayAsk()) {
      void load();
    }
    try {
      return await remote(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || !(remote.reloading || mayAsk())) throw error;
      await load();
      return remote(header, token);
    }
  };
}

function unavailable(): HttpError {
  return new HttpError(503, 'UNAVAILABLE', 'The keys of the identity provider cannot be had; try again.');
}
