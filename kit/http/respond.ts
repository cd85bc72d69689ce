import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { corsHeaders } from './cors.js';
import { HttpError } from './http-error.js';
import type { HttpResponse } from './http-message.js';
import { maskedMessage } from './mask.js';
import { findHandler, type Routes } from './routes.js';

/** What every answer says of itself, where its handler does not say otherwise. */
const DEFAULT_HEADERS = {
  // An answer depends on who asks and on the moment; only files that are the same for everybody may be kept.
  'cache-control': 'no-store',
  // The same address is a page or an answer by what is accepted, and readable or not by the page that asks.
  vary: 'Accept, Origin',
  'x-content-type-options': 'nosniff',
};

const PREFLIGHT: HttpResponse = {
  status: 204,
  headers: {
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'access-control-allow-headers': 'content-type, authorization, x-request-id, x-purpose',
    'access-control-max-age': '86400',
  },
};

/** A request that is not answered by then is given up, with all that works for it. */
const DEADLINE_MS = 10_000;

/** What every request of a server is answered with. */
export interface Responding {
  readonly routes: Routes;
  readonly log: Logger;
  /** Origins, besides those of this machine, whose pages may read answers. */
  readonly allowedOrigins: readonly string[];
  /** How long a request may take, in milliseconds. */
  readonly deadlineMs?: number | undefined;
}

/** Answers one request. Whatever happens, the response has a request id, and no more of a fault of ours than that. */
export async function respond(
  { routes, log, allowedOrigins, deadlineMs = DEADLINE_MS }: Responding,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const requestId = requestIdOf(request.headers['x-request-id']);
  const abort = new AbortController();
  const deadline = setTimeout(() => abort.abort(), deadlineMs);
  response.once('close', () => {
    clearTimeout(deadline);
    if (!response.writableFinished) abort.abort();
  });
  const { status, headers, body = '' } = await answer(routes, request, { requestId, signal: abort.signal }, log);
  if (response.destroyed) return;
  const length = status === 204 ? {} : { 'content-length': Buffer.byteLength(body) };
  response.writeHead(status, {
    ...DEFAULT_HEADERS,
    ...corsHeaders(request.headers.origin, allowedOrigins),
    'x-request-id': requestId,
    ...length,
    ...headers,
  });
  response.end(body);
}

async function answer(
  routes: Routes,
  request: IncomingMessage,
  context: { requestId: string; signal: AbortSignal },
  log: Logger,
): Promise<HttpResponse> {
  try {
    if (request.method === 'OPTIONS') return PREFLIGHT;
    const url = URL.parse(request.url ?? '/', 'http://hub.invalid');
    if (!url) throw new HttpError(400, 'BAD_USER_INPUT', 'The address is not one.');
    return await findHandler(routes, request.method ?? 'GET', url.pathname)({ request, url, context });
  } catch (error) {
    if (error instanceof HttpError) return error.toResponse();
    // Nobody is left to read it.
    if (request.socket.destroyed || request.errored) return { status: 499 };
    if (context.signal.aborted) return new HttpError(503, 'UNAVAILABLE', 'The request took too long.').toResponse();
    log.error({ requestId: context.requestId, err: error }, 'a request failed');
    return new HttpError(500, 'INTERNAL', maskedMessage(context.requestId)).toResponse();
  }
}

/** The id that the caller gave, where it is one that can stand in a log; a new one otherwise. */
function requestIdOf(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
}
