import { errors, type JWTPayload } from 'jose';
import { invalidToken } from './invalid-token.js';

/** How far the clock of the identity provider may differ from ours. */
export const CLOCK_TOLERANCE_S = 30;

/** A leap year. No token should be good for longer: until it ends nobody can take it back. */
const MAX_LIFE_S = 366 * 24 * 3_600;

/**
 * Checks the times of a token with a valid signature, `exp` and `nbf`. A time in milliseconds, a common mistake, is thousands of years in
 * the future.
 * @throws HttpError 401
 */
export function checkTimes({ exp = 0, iat }: JWTPayload): void {
  const now = Date.now() / 1000;
  if (exp > now + MAX_LIFE_S) {
    throw invalidToken('The token ends more than a year from now; exp must be in seconds.');
  }
  if (iat !== undefined && iat > now + CLOCK_TOLERANCE_S) {
    throw invalidToken('The token was issued in the future; iat must be in seconds.');
  }
}

/** Whether a token was refused because of its `nbf`. */
export function isNotYetValid(error: unknown): boolean {
  return error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf' && error.reason === 'check_failed';
}
