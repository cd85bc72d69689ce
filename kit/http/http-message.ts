import type { IncomingMessage } from 'node:http';
import type { RequestContext } from '../request.js';

/** A request as handlers see it. */
export interface HttpRequest {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly context: Pick<RequestContext, 'requestId' | 'signal'>;
  /** Reads the body, which must be JSON. @throws HttpError */
  readJson(): Promise<unknown>;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** A JSON response. */
export function json(status: number, value: unknown, contentType = 'application/json; charset=utf-8'): HttpResponse {
  return { status, headers: { 'content-type': contentType }, body: JSON.stringify(value) };
}
