import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { OperatorError } from '../errors.js';
import { respond } from './respond.js';
import type { Routes } from './routes.js';

export interface ListenOptions {
  routes: Routes;
  host: string;
  /** 0 takes any free port. */
  port: number;
  log: Logger;
  /** Origins, besides those of this machine, whose pages may read answers; none by default. */
  allowedOrigins?: readonly string[];
  /** How long a request may take, in milliseconds. */
  deadlineMs?: number | undefined;
}

/** A server that listens. */
export interface Listening {
  /** Where it does, without a slash at the end. */
  readonly url: string;
  /** Takes no more requests, answers those it has, and cuts what is left after ten seconds. */
  close(): Promise<void>;
}

const DRAIN_MS = 10_000;

/**
 * Serves routes over HTTP.
 * @throws OperatorError where the host or port cannot be had
 */
export async function listen({
  routes,
  host,
  port,
  log,
  allowedOrigins = [],
  deadlineMs,
}: ListenOptions): Promise<Listening> {
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    // While the server drains, clients should not count on the connection.
    if (!server.listening) response.setHeader('connection', 'close');
    respond({ routes, log, allowedOrigins, deadlineMs }, request, response);
  };
  const server = createServer(
    {
      requestTimeout: 10_000,
      headersTimeout: 10_000,
      connectionsCheckingInterval: 2_000,
      // Room for a token that is far too long: it gets our 401, where node's own 431 would cut the connection without a word.
      maxHeaderSize: 128 * 1024,
    },
    answer,
  );
  await start(server, host, port);
  return { url: urlOf(server, host), close: () => drain(server) };
}

async function start(server: Server, host: string, port: number): Promise<void> {
  server.listen({ host, port });
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new OperatorError(reason(error as NodeJS.ErrnoException, host, port));
  }
}

function reason({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `port ${port} of ${host} is taken; set PORT to another one`;
    case 'EACCES':
      return `port ${port} of ${host} may not be opened by this user; set PORT to one above 1023`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return `HOST ${host} is not an address of this machine`;
    default:
      return `cannot listen on port ${port} of ${host}: ${message}`;
  }
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

async function drain(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // A connection that is kept alive goes idle only when its last answer is out.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}
