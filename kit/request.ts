import { Elsewhere } from './elsewhere.js';
import type { Viewer } from './viewer.js';
import type { Write } from './write.js';

/** The viewer of a request, and the ids that identify it: everything that a server knows before it answers. */
export interface RequestContext {
  /** Finds the request in the log; returned to the client as `x-request-id`. */
  readonly requestId: string;
  readonly viewer: Viewer;
  /** The `Authorization` header of the viewer. A subgraph in another process reads it again. Absent for the public. */
  readonly authorization?: string;
  /** The purpose of reading personal data, from the `x-purpose` header. It is written into the read log. */
  readonly purpose?: string;
  /** A health check: it asks the database in a transaction that may write, as some requests need one, and nothing that is kept in memory. */
  readonly isProbe?: boolean;
  /** Aborts when the client goes away or the deadline passes. */
  readonly signal?: AbortSignal;
  /** The state of the change, if the request changes data. */
  readonly write?: Write;
  /** The answers of other processes that it waits for. */
  readonly elsewhere?: Elsewhere;
  /** Adds work to the end of the request, before its answer is sent. If the work fails, the answer is not sent. */
  onEnd?(work: EndOfRequest): void;
}

/** The work of one part of the hub at the end of a request. `failed` is true if there will be no answer. */
export type EndOfRequest = (failed: boolean) => Promise<void>;

/**
 * Runs one request to its end. Everything that was opened for it (transactions) is closed, even if it fails.
 * @param hasFailed whether a result is a failure; then everything closes as if `work` had thrown
 * @throws the error of `work`, or the error that prevents the request from ending properly
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
