import type { FetchNode } from '@graphql-hive/router-query-planner';
import { absorb, type LocatedError } from './absorb.js';
import { unavailable } from './fault.js';
import { merge } from './merge.js';
import { RequestedKeys } from './requested-keys.js';
import { rewrite } from './rewrites.js';
import { type Preparation, pickVariables, type Step } from './step.js';

/** A fetch of root fields. */
export function rootFetch(node: FetchNode, { types, parse }: Preparation): Step {
  const document = parse(node.operation);
  const keys = new RequestedKeys(document, types).of();

  return async (execution) => {
    const result = await execution.ask(node.serviceName, document, pickVariables(execution, node.variableUsages));
    const errors: LocatedError[] = (result.errors ?? []).map((error) => ({ error, below: error.path ?? [] }));
    if (!result.data && errors.length === 0) errors.push({ error: unavailable(node.serviceName), below: [] });
    const row = absorb(result.data, errors, keys, (error) => execution.addStray(error));
    rewrite(row, node.outputRewrites, types);
    merge(execution.data, row);
  };
}
