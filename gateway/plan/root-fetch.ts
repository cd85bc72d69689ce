import type { FetchNode } from '@graphql-hive/router-query-planner';
import { isMutation } from '../executors/is-mutation.js';
import { absorb, type LocatedError } from './absorb.js';
import { merge } from './merge.js';
import { RequestedKeys } from './requested-keys.js';
import { rewrite } from './rewrites.js';
import { type Preparation, pickVariables, type Step } from './step.js';

/** A fetch of root fields. */
export function rootFetch(node: FetchNode, { types, parse }: Preparation): Step {
  const document = parse(node.operation);
  const keys = new RequestedKeys(document, types).of();
  const changes = isMutation({ document });

  return async (execution) => {
    const variables = pickVariables(execution, node.variableUsages);
    const result = changes
      ? await execution.change(node.serviceName, document, variables)
      : await execution.ask(node.serviceName, document, variables);
    const errors: LocatedError[] = (result.errors ?? []).map((error) => ({ error, below: error.path ?? [] }));
    const row = absorb(result.data, errors, keys, (error) => execution.addStray(error));
    rewrite(row, node.outputRewrites, types);
    merge(execution.data, row, types);
  };
}
