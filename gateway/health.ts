import { type DocumentNode, parse } from 'graphql';
import type { SubgraphExecutor } from '../kit/execution/subgraph-executor.js';
import { json } from '../kit/http/http-message.js';
import type { Handler, Routes } from '../kit/http/routes.js';
import { type RequestContext, runRequest } from '../kit/request.js';
import { PUBLIC } from '../kit/viewer.js';

export interface HealthOptions {
  executors: Readonly<Record<string, SubgraphExecutor>>;
  /** For each subgraph, a query that shows that it can answer. A subgraph without one is asked for its __typename. */
  probes?: Readonly<Record<string, string>>;
}

const PROBE_MS = 2_000;

/** GET /health/live says that the process answers. GET /health/ready says that queries work, and if not, which part does not. */
export function healthRoutes({ executors, probes = {} }: HealthOptions): Routes {
  const questions = Object.entries(executors).map(([name, executor]) => ({
    name,
    executor,
    document: parse(probes[name] ?? '{ __typename }', { noLocation: true }),
  }));

  const ready: Handler = async ({ context }) => {
    const answers = await Promise.all(
      questions.map(
        async ({ name, executor, document }) => [name, await isReady(executor, document, context)] as const,
      ),
    );
    const isEveryReady = answers.every(([, ready]) => ready);
    const subgraphs = Object.fromEntries(answers.map(([name, ready]) => [name, ready ? 'ready' : 'not ready']));
    return json(isEveryReady ? 200 : 503, { status: isEveryReady ? 'ready' : 'not ready', subgraphs });
  };

  return {
    '/health/live': { GET: () => json(200, { status: 'live' }) },
    '/health/ready': { GET: ready },
  };
}

async function isReady(
  execute: SubgraphExecutor,
  document: DocumentNode,
  { requestId }: Pick<RequestContext, 'requestId'>,
): Promise<boolean> {
  const deadline = AbortSignal.timeout(PROBE_MS);
  const late = new Promise<boolean>((resolve) =>
    deadline.addEventListener('abort', () => resolve(false), { once: true }),
  );
  // Each subgraph gets its own context: with a shared one, a failure of one subgraph would fail the others.
  const answer = runRequest({ requestId, viewer: PUBLIC, isProbe: true, signal: deadline }, (context) =>
    execute({ document, context }),
  ).then(({ errors }) => !errors?.length);
  return Promise.race([answer.catch(() => false), late]);
}
