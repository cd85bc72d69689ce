import { Elsewhere } from './elsewhere.js';
import type { Viewer } from './viewer.js';
import type { Write } from './write.js';

/** Who asks, and what finds the request again: all that a server knows of a request before it is answered. */
export interface RequestContext {
  /** Finds the request in the log; returned to the client as `x-request-id`. */
  readonly requestId: string;
  readonly viewer: Viewer;
  /** The `Authorization` that the viewer was read from, for a subgraph elsewhere that reads it again; absent for the public. */
  readonly authorization?: string;
  /** Why personal data is read, in the words of the `x-purpose` header; it stands in the read log. */
  readonly purpose?: string;
  /** A health check: it asks the database in a transaction that may write, as some requests need one, and nothing that is kept in memory. */
  readonly isProbe?: boolean;
  /** Aborts when the client goes away or the deadline passes. */
  readonly signal?: AbortSignal;
  /** Where it changes the data: how far that has come. */
  readonly write?: Write;
  /** What it waits for in other processes. */
  readonly elsewhere?: Elsewhere;
  /** Adds work to the end of the request, before its answer leaves; where it fails, the answer does not leave. */
  onEnd?(work: EndOfRequest): void;
}

/** What one part of the hub does when the request is over: `failed` where there will be no answer. */
export type EndOfRequest = (failed: boolean) => Promise<void>;

/**
 * Runs one request to its end: what was opened for it (transactions) is closed with it, whatever happens.
 * @param hasFailed whether a result is a failure, with which what was opened ends as it does when `work` throws
 * @throws what `work` throws, or what keeps the request from being ended well
 */
export async function runRequest<T>(
  request: RequestContext,
  work: (request: RequestContext) => Promise<T>,
  hasFailed: (result: T) => boolean = () => false,
): Promise<T> {
  const ends: EndOfRequest[] = [];
  let over = false;
  const onEnd = (each: EndOfRequest) => {
    // Work that goes on although the request is over has nothing to wait for.
    if (over) each(true).catch(() => undefined);
    else ends.push(each);
  };
  const end = async (failed: boolean) => {
    over = true;
    const outcomes = await Promise.allSettled(ends.map((each) => each(failed)));
    const failure = outcomes.find(({ status }) => status === 'rejected');
    if (failure?.status === 'rejected') throw failure.reason;
  };
  let result: T;
  try {
    result = await work({ ...request, onEnd, elsewhere: new Elsewhere() });
  } catch (error) {
    await end(true).catch(() => undefined);
    throw error;
  }
  await end((request.signal?.aborted ?? false) || hasFailed(result));
  return result;
}
