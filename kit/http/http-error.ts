import type { ErrorCode } from '../errors.js';
import { type HttpResponse, json } from './http-message.js';

/** A request that gets no further than HTTP; it is answered with this status in the shape of a GraphQL error. */
export class HttpError extends Error {
  override name = 'HttpError';

  constructor(
    readonly status: number,
    readonly code: ErrorCode,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }

  /** The same for a client that wants another media type. */
  answeredAs(contentType: string): HttpError {
    return new HttpError(this.status, this.code, this.message, { 'content-type': contentType, ...this.headers });
  }

  toResponse(): HttpResponse {
    const body = { errors: [{ message: this.message, extensions: { code: this.code } }] };
    const { headers, ...response } = json(this.status, body);
    return { ...response, headers: { ...headers, ...this.headers } };
  }
}
