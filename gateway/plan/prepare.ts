import type { PlanNode } from '@graphql-hive/router-query-planner';
import { batchFetch, flattenFetch } from './entity-fetch.js';
import { rootFetch } from './root-fetch.js';
import type { Preparation, Step } from './step.js';

/** Makes a plan ready to run. It parses documents and reads paths once, not for each request. */
export function prepare(node: PlanNode, preparation: Preparation): Step {
  switch (node.kind) {
    case 'Fetch':
      return rootFetch(node, preparation);
    case 'Flatten':
      return flattenFetch(node, preparation);
    case 'BatchFetch':
      return batchFetch(node, preparation);
    case 'Sequence':
      return inSequence(node.nodes.map((each) => prepare(each, preparation)));
    case 'Parallel':
      return inParallel(node.nodes.map((each) => prepare(each, preparation)));
    default:
      throw new Error(`The planner made a ${node.kind}, which the hub does not serve.`);
  }
}

function inSequence(steps: readonly Step[]): Step {
  return async (execution) => {
    for (const step of steps) await step(execution);
  };
}

function inParallel(steps: readonly Step[]): Step {
  return async (execution) => {
    await Promise.all(steps.map((step) => step(execution)));
  };
}
