import type { IncomingMessage } from 'node:http';
import { HttpError } from './http-error.js';

const MAX_BODY_BYTES = 1024 * 1024;

/** Up to here a body that is too long is read to its end, so that the client hears why it is refused. */
const MAX_DISCARDED_BYTES = 8 * MAX_BODY_BYTES;

const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a JSON body.
 * @param progressMs how long the client may send nothing
 * @throws HttpError 415 where it is not JSON by its headers, 413 where it is too long, 408 where it does not come, 400 where it is not
 *   JSON
 */
export async function readJsonBody(request: IncomingMessage, progressMs: number): Promise<unknown> {
  requireJson(request.headers['content-type'], request.headers['content-encoding']);
  const bytes = arrivedBody(request) ?? (await arrivingBody(request, progressMs));
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    throw new HttpError(400, 'BAD_USER_INPUT', 'The body is not JSON in UTF-8.');
  }
}

function requireJson(contentType = '', encoding = 'identity'): void {
  const [type = '', ...parameters] = contentType
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  const isUtf8 = charset === undefined || /^"?utf-?8"?$/.test(charset);
  if (type !== 'application/json' || !isUtf8 || encoding !== 'identity') {
    throw new HttpError(415, 'BAD_USER_INPUT', 'The body must be application/json in UTF-8, not compressed.');
  }
}

/** A body that is here as a whole, as most are that come with their headers; undefined where more of it is to come. */
function arrivedBody(request: IncomingMessage): Buffer | undefined {
  if (request.readableLength !== Number(request.headers['content-length'])) return undefined;
  const bytes = (request.read() as Buffer | null) ?? Buffer.alloc(0);
  // It is all, and the stream comes to its end as any other.
  request.resume();
  if (bytes.length > MAX_BODY_BYTES) throw tooLong();
  return bytes;
}

async function arrivingBody(request: IncomingMessage, progressMs: number): Promise<Buffer> {
  const stall = Promise.withResolvers<never>();
  const timer = setTimeout(() => stall.reject(tooSlow()), progressMs);
  try {
    return await Promise.race([readBytes(request, () => timer.refresh()), stall.promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function readBytes(request: IncomingMessage, onProgress: () => void): Promise<Buffer> {
  if (Number(request.headers['content-length']) > MAX_DISCARDED_BYTES) throw tooLong({ connection: 'close' });
  const chunks: Buffer[] = [];
  let length = 0;
  // The request outlives the loop: destroying it would take the connection, and the answer, with it.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    onProgress();
    length += chunk.length;
    if (length <= MAX_BODY_BYTES) chunks.push(chunk);
    if (length > MAX_DISCARDED_BYTES) throw tooLong({ connection: 'close' });
  }
  if (length > MAX_BODY_BYTES) throw tooLong();
  return Buffer.concat(chunks);
}

function tooSlow(): HttpError {
  return new HttpError(408, 'LIMIT_EXCEEDED', 'The body did not arrive in time.', { connection: 'close' });
}

function tooLong(headers?: Record<string, string>): HttpError {
  return new HttpError(413, 'LIMIT_EXCEEDED', 'The body is longer than 1 MB.', headers);
}
