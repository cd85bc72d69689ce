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
  /** The secret by which the subgraph knows its gateway. */
  gatewaySecret: string;
  /** How long a subgraph may take to connect and to start its answer, in milliseconds. */
  timeout?: number;
}

/** A subgraph that is called over HTTP. Close it when you no longer call it. */
export interface HttpExecutor extends SubgraphExecutor {
  close(): Promise<void>;
}

/** A larger answer is refused, because the whole answer is held in memory. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

const CONNECTIONS = 64;

/** How many calls may wait for one subgraph, including those without a connection. Further calls fail at once. */
const MAX_CALLS = 1_000;

/** Calls a subgraph over HTTP. The log has the reason of a failure. The answer only says that this part of the hub does not answer. */
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

/** The error for the client. A change that was sent to the subgraph may have been made, even if no answer arrived. */
function unanswered(name: string, departure: Departure | undefined): GraphQLError {
  const error = unavailable(name);
  if (!departure) return error;
  return departure.hasBegun ? new OutcomeUnknownError(error.message) : new NothingWrittenError(error.message);
}

/** Whether the subgraph itself says why it failed. A proxy in front of it does not know our codes. */
function isCatalogued({ errors = [] }: ExecutionResult): boolean {
  return errors.some(({ extensions }) => extensions.code !== undefined);
}
