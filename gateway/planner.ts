import { type PlanNode, QueryPlanner } from '@graphql-hive/router-query-planner';
import { type DocumentNode, parse, print } from 'graphql';
import { LRUCache } from 'lru-cache';
import { remember } from '../kit/execution/remember.js';
import { supergraphSchemaOf } from './api-schema.js';
import { prepare } from './plan/prepare.js';
import type { Preparation, Step } from './plan/step.js';
import { TypeConditions } from './plan/type-conditions.js';

/** How many texts that the planner printed stay parsed; plans of similar operations share them, and all that hangs on them. */
const FETCH_DOCUMENTS = 2_000;

/** Plans operations over one supergraph, in Rust and off the main thread, and makes the plans ready to run. */
export class Planner {
  private readonly planner: QueryPlanner;
  private readonly preparation: Preparation;

  constructor(supergraphSdl: string) {
    this.planner = new QueryPlanner(supergraphSdl);
    const documents = new LRUCache<string, DocumentNode>({ max: FETCH_DOCUMENTS });
    this.preparation = {
      types: new TypeConditions(supergraphSchemaOf(supergraphSdl)),
      parse: (text) => remember(documents, text, () => parse(text, { noLocation: true })),
    };
  }

  async plan(document: DocumentNode, operationName: string | undefined): Promise<Step> {
    const plan = await this.planner.planAsync(print(document), operationName, new Set(), 0);
    const node: PlanNode | undefined | null = plan.node;
    return node ? prepare(node, this.preparation) : async () => {};
  }
}
