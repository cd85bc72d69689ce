import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ErrorCode } from '../errors.js';
import { HttpError } from './http-error.js';

/** How long what a client still sends is read: a connection that is closed before is reset, and the answer with it. */
const LINGER_MS = 1_000;

/**
 * Answers what is no request of HTTP, as the parser says, and closes the connection.
 * @param isAnswering whether an answer to an earlier request is on its way, into which nothing may be written
 */
export function refuseMalformed(error: NodeJS.ErrnoException, socket: Socket, isAnswering: boolean): void {
  if (error.code === 'ECONNRESET' || !socket.writable || isAnswering) {
    socket.destroy();
    return;
  }
  const { status, headers = {}, body = '' } = refusalOf(error.code).toResponse();
  const lines = Object.entries({ ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' });
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines.map(([name, value]) => `${name}: ${value}`)];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.resume();
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}

function refusalOf(code: string | undefined): HttpError {
  const refuse = (status: number, why: ErrorCode, message: string) =>
    new HttpError(status, why, message, { 'cache-control': 'no-store', vary: 'Accept, Origin' });
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return refuse(431, 'LIMIT_EXCEEDED', 'The address and the headers together are longer than 128 kB.');
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return refuse(413, 'LIMIT_EXCEEDED', 'The extensions of a chunk are too long.');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return refuse(408, 'LIMIT_EXCEEDED', 'The request took too long to arrive.');
    default:
      return refuse(400, 'BAD_USER_INPUT', 'This is not a request of HTTP/1.1.');
  }
}
