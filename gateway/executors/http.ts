import { type DocumentNode, type ExecutionResult, type GraphQLError, print } from 'graphql';
import type { Logger } from 'pino';
import { Pool } from 'undici';
import { GATEWAY_HEADER } from '../../kit/authentication/gateway-secret.js';
import { NothingWrittenError, OutcomeUnknownError } from '../../kit/errors.js';
import { remember } from '../../kit/execution/remember.js';
import type { SubgraphExecutor, SubgraphRequest } from '../../kit/execution/subgraph-executor.js';
import { unavailable } from '../plan/fault.js';
import { readAnswer } from './answer.js';
import { CircuitBreaker } from './circuit-breaker.js';
import { Departure } from './departure.js';
import { isMutation } from './is-mutation.js';
import { within } from './within.js';

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

const CONNECTIONS = 64;

/** How many calls may wait for one subgraph, those without a connection among them; further ones fail at once. */
const MAX_CALLS = 1_000;

/** Calls a subgraph over HTTP. Why it failed is for the log; the answer says only that this part of the hub does not answer. */
export function httpExecutor({ name, url, log, gatewaySecret, timeout = 5_000 }: HttpExecutorOptions): HttpExecutor {
  const { origin, pathname, search } = new URL(url);
  const texts = new WeakMap<DocumentNode, string>();
  const breaker = new CircuitBreaker(name, log);
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    connect: { timeout: Math.min(timeout, 1_000) },
    headersTimeout: timeout,
    bodyTimeout: timeout,
    maxResponseSize: MAX_ANSWER_BYTES,
  });
  let calls = 0;

  async function call(request: SubgraphRequest, departure: Departure | undefined, signal: AbortSignal) {
    const { document, variables, operationName, context } = request;
    const query = remember(texts, document, () => print(document));
    const dispatcher = departure ? pool.compose(departure.interceptor) : pool;
    const { statusCode, body } = await dispatcher.request({
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
      signal,
    });
    const answer = readAnswer(await body.json());
    if (departure && statusCode >= 500 && !isCatalogued(answer)) throw new Error(`HTTP ${statusCode}`);
    return answer;
  }

  const executor = async (request: SubgraphRequest): Promise<ExecutionResult> => {
    const { signal, requestId, elsewhere } = request.context;
    const departure = isMutation(request) ? new Departure() : undefined;
    const began = calls < MAX_CALLS ? breaker.admit() : undefined;
    if (began === undefined) return { errors: [unanswered(name, departure)] };
    calls += 1;
    try {
      const ask = () => within(timeout, signal, (inner) => call(request, departure, inner));
      const answer = await (elsewhere ? elsewhere.answer(ask) : ask());
      breaker.succeeded();
      return answer;
    } catch (err) {
      if (!signal?.aborted) {
        breaker.failed(began);
        log.warn({ requestId, subgraph: name, url, err }, 'a subgraph does not answer');
      }
      return { errors: [unanswered(name, departure)] };
    } finally {
      calls -= 1;
    }
  };
  return Object.assign(executor, { close: () => pool.close() });
}

/** What a client is told. A change that has left for the subgraph may be made, whatever became of the answer. */
function unanswered(name: string, departure: Departure | undefined): GraphQLError {
  const error = unavailable(name);
  if (!departure) return error;
  return departure.hasBegun ? new OutcomeUnknownError(error.message) : new NothingWrittenError(error.message);
}

/** Whether a subgraph says itself why it has failed: a proxy before it has no codes of ours. */
function isCatalogued({ errors = [] }: ExecutionResult): boolean {
  return errors.some(({ extensions }) => extensions.code !== undefined);
}
