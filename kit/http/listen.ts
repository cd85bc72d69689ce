import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Logger } from 'pino';
import { OperatorError } from '../errors.js';
import { Connections } from './connections.js';
import { refuseMalformed } from './malformed-request.js';
import { respond } from './respond.js';
import type { Routes } from './routes.js';
import { SLOW_CLIENT_LIMITS, type SlowClientLimits } from './slow-clients.js';

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
  slowClients?: SlowClientLimits;
}

/**
 * Checks that the port of a server is free, before long work for it begins.
 * @throws OperatorError if it is not
 */
export async function requirePort(host: string, port: number): Promise<void> {
  const probe = createServer();
  await start(probe, host, port);
  probe.close();
  await once(probe, 'close');
}

/** A server that listens. */
export interface Listening {
  /** Where it does, without a slash at the end. */
  readonly url: string;
  /** Takes no more connections, answers the requests it has, and cuts what is left after ten seconds. */
  close(): Promise<void>;
}

const DRAIN_MS = 10_000;
/** How long a connection is kept for a next request. */
const KEEP_ALIVE_MS = 5_000;

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
  slowClients = SLOW_CLIENT_LIMITS,
}: ListenOptions): Promise<Listening> {
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    connections.began(request, response);
    const isLast = () => connections.isLastAnswer(request);
    respond({ routes, log, allowedOrigins, deadlineMs, slowClients, isLast }, request, response);
  };
  const server = createServer(
    {
      headersTimeout: Math.min(slowClients.progressMs, slowClients.requestMs),
      requestTimeout: slowClients.requestMs,
      connectionsCheckingInterval: Math.min(1_000, slowClients.progressMs),
      keepAliveTimeout: KEEP_ALIVE_MS,
      // Room for a token that is far too long: it gets our 401, where a 431 would not say what is wrong.
      maxHeaderSize: 128 * 1024,
    },
    answer,
  );
  const connections = new Connections(server);
  server.on('clientError', (error, socket: Socket) => refuseMalformed(error, socket, connections.isAnswering(socket)));
  await start(server, host, port);
  return { url: urlOf(server, host), close: () => connections.drain(DRAIN_MS) };
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
