import { HubError } from '../errors.js';

/** The error of a request that asks for more than the hub serves at once. The message says what the limit is. */
export function limitExceeded(message: string, argument?: string): HubError {
  return new HubError('LIMIT_EXCEEDED', message, argument === undefined ? {} : { argument });
}
