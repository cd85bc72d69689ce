import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { readJsonBody } from './body.js';
import { corsHeaders } from './cors.js';
import { HttpError } from './http-error.js';
import type { HttpRequest, HttpResponse } from './http-message.js';
import { logHttpError } from './log-errors.js';
import { maskedMessage } from './mask.js';
import { allowedMethods, findHandler, findRoute, type Routes } from './routes.js';
import { sendBody } from './send-body.js';
import type { SlowClientLimits } from './slow-clients.js';

/** The default headers of every answer. A handler can override them. */
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

/** The deadline of a request. After it the request is given up, with all its work. */
const DEADLINE_MS = 10_000;

/** What every request of a server is answered with. */
export interface Responding {
  readonly routes: Routes;
  readonly log: Logger;
  /** Origins, besides those of this machine, whose pages may read answers. */
  readonly allowedOrigins: readonly string[];
  /** How long a request may take, in milliseconds. */
  readonly deadlineMs?: number | undefined;
  readonly slowClients: SlowClientLimits;
  /** Whether the connection ends with this answer. */
  readonly isLast: () => boolean;
}

/** Answers one request. Every response has a request id. About an internal error it says nothing else. */
export async function respond(
  { routes, log, allowedOrigins, deadlineMs = DEADLINE_MS, slowClients, isLast }: Responding,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const requestId = requestIdOf(request.headers['x-request-id']);
  const abort = new AbortController();
  let deadline: NodeJS.Timeout | undefined;
  const startDeadline = () => {
    deadline = setTimeout(() => abort.abort(), deadlineMs);
  };
  // The time that a client takes to send its body is not the hub's.
  if (request.method !== 'POST') startDeadline();
  response.once('close', () => {
    clearTimeout(deadline);
    if (!response.writableFinished) abort.abort();
  });
  const readJson = async () => {
    const body = await readJsonBody(request, slowClients.progressMs);
    startDeadline();
    return body;
  };
  const asked = { request, context: { requestId, signal: abort.signal }, readJson };
  const { status, headers, body = '' } = await answer(routes, asked, log);
  if (response.destroyed) return;
  const length = status === 204 ? {} : { 'content-length': Buffer.byteLength(body) };
  response.writeHead(status, {
    ...DEFAULT_HEADERS,
    ...corsHeaders(request.headers.origin, allowedOrigins),
    'x-request-id': requestId,
    ...length,
    ...(isLast() && { connection: 'close' }),
    ...headers,
  });
  sendBody(response, body, slowClients);
}

async function answer(routes: Routes, asked: Omit<HttpRequest, 'url'>, log: Logger): Promise<HttpResponse> {
  const { request, context } = asked;
  const { method = 'GET', url: target = '/' } = request;
  const refuse = (error: HttpError) => {
    logHttpError(error, context.requestId, log);
    return error.toResponse();
  };
  try {
    if (method === 'OPTIONS' && target === '*') return PREFLIGHT;
    // A path that begins with two slashes is one, not the name of a host.
    const url = URL.parse(target.startsWith('/') ? `http://hub.invalid${target}` : target);
    if (!url) throw new HttpError(400, 'BAD_USER_INPUT', 'The address is not one.');
    if (method === 'OPTIONS') return preflight(routes, url.pathname);
    return await findHandler(routes, method, url.pathname)({ ...asked, url });
  } catch (error) {
    if (error instanceof HttpError) return refuse(error);
    // Nobody is left to read it.
    if (request.socket.destroyed || request.errored) return { status: 499 };
    if (context.signal?.aborted) return refuse(new HttpError(503, 'UNAVAILABLE', 'The request took too long.'));
    log.error({ requestId: context.requestId, err: error }, 'a request failed');
    return new HttpError(500, 'INTERNAL', maskedMessage(context.requestId)).toResponse();
  }
}

function preflight(routes: Routes, path: string): HttpResponse {
  return { ...PREFLIGHT, headers: { ...PREFLIGHT.headers, allow: allowedMethods(findRoute(routes, path)) } };
}

/** The caller's request id, if it is safe for a log. Otherwise a new one. */
function requestIdOf(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
}
