import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { HttpError } from '../http/http-error.js';

export interface RemoteKeysOptions {
  /** How long the provider is left alone between two questions, whatever tokens come. */
  cooldownMs?: number;
  /** How old the keys may be before they are asked for again, so that a key that is withdrawn is dropped. */
  refreshMs?: number;
}

const TIMEOUT_MS = 3_000;

/**
 * The keys of an identity provider. A token of an unknown key has them asked for again, old ones are renewed while requests go on
 * with what is known, and so an outage of the provider is one of new keys only.
 * @throws HttpError (the function it gives) 503 where no keys were ever had
 */
export function remoteKeys(
  url: string,
  { cooldownMs = 30_000, refreshMs = 600_000 }: RemoteKeysOptions = {},
): JWTVerifyGetKey {
  // When to ask is decided here: jose counts its pause from the last success, and would let each forged token ask during an outage.
  const remote = createRemoteJWKSet(new URL(url), {
    cacheMaxAge: Number.POSITIVE_INFINITY,
    cooldownDuration: Number.POSITIVE_INFINITY,
    timeoutDuration: TIMEOUT_MS,
  });
  // By the clock that nobody sets: were it set back, no key would be asked for until it has caught up.
  let askedAt = Number.NEGATIVE_INFINITY;
  let loadedAt = Number.NEGATIVE_INFINITY;

  /** Asks, or waits with those who already do; false where the provider does not answer. */
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
