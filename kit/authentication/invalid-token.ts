import { HttpError } from '../http/http-error.js';

/** The 401 for an invalid token. Clients read the same message in the body and, by RFC 6750, in the header. */
export function invalidToken(message = 'The token is not valid.'): HttpError {
  return new HttpError(401, 'UNAUTHENTICATED', message, {
    'www-authenticate': `Bearer realm="corridor-hub", error="invalid_token", error_description="${message}"`,
  });
}
