import type { ExecutionResult } from 'graphql';
import { NothingWrittenError } from './errors.js';
import { errorOf } from './execution/execution-errors.js';
import { type RequestContext, runRequest } from './request.js';
import { TOO_LATE, Write } from './write.js';

/**
 * Runs one root field of a mutation as a separate request, with its own sessions and loaders. Its answer comes after its transaction is
 * committed, or undone because the root field failed. If the request is given up before that, the answer comes at once and says what is
 * known about the change.
 */
export async function runWrite(
  request: RequestContext,
  work: (request: RequestContext) => Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  const { signal } = request;
  if (signal?.aborted) return failure(new NothingWrittenError(TOO_LATE));
  const write = new Write();
  const written = runRequest({ ...request, write }, work, hasFailed).catch(failure);
  if (!signal) return written;
  const { promise: givenUp, resolve } = Promise.withResolvers<ExecutionResult>();
  const giveUp = () => resolve(failure(write.givenUp()));
  signal.addEventListener('abort', giveUp, { once: true });
  const result = await Promise.race([written, givenUp]);
  signal.removeEventListener('abort', giveUp);
  return result;
}

/** Whether the root field itself failed. A failure below it does not undo the change. */
function hasFailed({ data, errors }: ExecutionResult): boolean {
  return errors !== undefined && Object.values(data ?? {}).every((value) => value === null);
}

function failure(reason: unknown): ExecutionResult {
  return { data: null, errors: [errorOf(reason)] };
}
