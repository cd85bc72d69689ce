import type { IncomingMessage } from 'node:http';
import { HttpError } from '../http/http-error.js';
import type { RequestContext } from '../request.js';
import type { Authenticator } from './authenticator.js';
import { GATEWAY_HEADER, isGatewaySecret } from './gateway-secret.js';
import { invalidToken } from './invalid-token.js';

/** Who sends a request. */
export type Credentials = Pick<RequestContext, 'viewer' | 'authorization'>;

/** Reads who sends a request. @throws HttpError 401 or 403 if the claim is not valid */
export type ReadCredentials = (request: IncomingMessage) => Promise<Credentials>;

/** The credentials of clients: a token, or none. */
export function clientCredentials(authenticator: Authenticator): ReadCredentials {
  return async ({ headers: { authorization }, headersDistinct }) => {
    // If there are two, a proxy in front may have checked the other one.
    if ((headersDistinct.authorization?.length ?? 0) > 1) throw invalidToken('There must be one Authorization.');
    const viewer = await authenticator.viewerOf(authorization);
    return { viewer, ...(authorization !== undefined && { authorization }) };
  };
}

/** The credentials of clients that come through the gateway. Nobody else gets an answer, not even about the schema. */
export function gatewayCredentials(authenticator: Authenticator, secret: string): ReadCredentials {
  const ofClient = clientCredentials(authenticator);
  return async (request) => {
    if (isGatewaySecret(request.headers[GATEWAY_HEADER], secret)) return ofClient(request);
    throw new HttpError(403, 'FORBIDDEN', 'A subgraph answers its gateway only.');
  };
}
