import { type DocumentNode, type ExecutionResult, print } from 'graphql';
import type { Logger } from 'pino';
import { Pool } from 'undici';
import { GATEWAY_HEADER } from '../../kit/authentication/gateway-secret.js';
import { remember } from '../../kit/execution/remember.js';
import type { SubgraphExecutor, SubgraphRequest } from '../../kit/execution/subgraph-executor.js';
import { unavailable } from '../plan/fault.js';
import { readAnswer } from './answer.js';

export interface HttpExecutorOptions {
  name: string;
  url: string;
  log: Logger;
  /** By which the subgraph knows its gateway. */
  gatewaySecret: string;
  /** How long a subgraph may take to connect, and to say anything, in milliseconds. */
  timeout?: number;
}

/** A subgraph called over HTTP; to be closed when it is no longer called. */
export interface HttpExecutor extends SubgraphExecutor {
  close(): Promise<void>;
}

/** An answer of more is refused: it would be held in memory as a whole. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/** Calls a subgraph over HTTP. Why it failed is for the log; the answer says only that this part of the hub does not answer. */
export function httpExecutor({ name, url, log, gatewaySecret, timeout = 5_000 }: HttpExecutorOptions): HttpExecutor {
  const { origin, pathname, search } = new URL(url);
  const texts = new WeakMap<DocumentNode, string>();
  const pool = new Pool(origin, {
    connections: 64,
    connect: { timeout: Math.min(timeout, 1_000) },
    headersTimeout: timeout,
    bodyTimeout: timeout,
    maxResponseSize: MAX_ANSWER_BYTES,
  });

  async function call({ document, variables, operationName, context }: SubgraphRequest): Promise<ExecutionResult> {
    const query = remember(texts, document, () => print(document));
    const { body } = await pool.request({
      method: 'POST',
      path: pathname + search,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'x-request-id': context.requestId,
        [GATEWAY_HEADER]: gatewaySecret,
        ...(context.authorization !== undefined && { authorization: context.authorization }),
        ...(context.purpose !== undefined && { 'x-purpose': context.purpose }),
      },
      body: JSON.stringify({ query, variables, operationName }),
      signal: context.signal,
    });
    return readAnswer(await body.json());
  }

  const executor = async (request: SubgraphRequest): Promise<ExecutionResult> => {
    try {
      return await call(request);
    } catch (err) {
      if (!request.context.signal?.aborted) {
        log.warn({ requestId: request.context.requestId, subgraph: name, url, err }, 'a subgraph does not answer');
      }
      return { errors: [unavailable(name)] };
    }
  };
  return Object.assign(executor, { close: () => pool.close() });
}
