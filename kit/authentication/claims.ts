import type { JWTPayload } from 'jose';
import type { Viewer } from '../viewer.js';
import { invalidToken } from './invalid-token.js';

/** The roles that a token can have, as it writes them. PUBLIC is not among them. */
export const TOKEN_ROLES = ['partner', 'ministry', 'admin'] as const;
export type TokenRole = (typeof TOKEN_ROLES)[number];

const VIEWER_ROLES = { partner: 'PARTNER', ministry: 'MINISTRY', admin: 'ADMIN' } as const;

const MAX_SUBJECT_LENGTH = 256;

export function isTokenRole(value: unknown): value is TokenRole {
  return (TOKEN_ROLES as readonly unknown[]).includes(value);
}

/** Whether a value can be the slug of a company. */
export function isCompanySlug(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);
}

export function isSubject(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_SUBJECT_LENGTH && /^\P{Cc}+$/u.test(value);
}

/**
 * The viewer, from the claims of a token with a valid signature and valid times. Nothing is guessed: a malformed claim refuses the token.
 * @throws HttpError 401
 */
export function viewerOfClaims({ sub, role, company, scope, exp }: JWTPayload): Viewer {
  if (!isSubject(sub)) throw invalidToken('The token names no subject.');
  if (!isTokenRole(role)) throw invalidToken('The token gives no role of the hub.');
  if (role === 'partner' && !isCompanySlug(company)) throw invalidToken('The token of a partner names no company.');
  const expiresAt = new Date(Number(exp) * 1000);
  if (Number.isNaN(expiresAt.getTime())) throw invalidToken();
  return Object.freeze({
    role: VIEWER_ROLES[role],
    subject: sub,
    company: role === 'partner' && isCompanySlug(company) ? company : null,
    ...(typeof scope === 'string' && { scopes: scope.split(' ') }),
    expiresAt,
  });
}
