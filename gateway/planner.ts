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

/** Labels of overrides that a request turns on by name: there are none (`checkSupergraph`). */
const NO_LABELS = new Set<string>();

/** Plans operations over one supergraph, in Rust and off the main thread, and makes the plans ready to run. */
export class Planner {
  private readonly planner: QueryPlanner;
  private readonly preparation: Preparation;
  private readonly percentages: readonly number[];

  constructor(supergraphSdl: string) {
    this.planner = new QueryPlanner(supergraphSdl);
    this.percentages = this.planner.overridePercentages;
    const documents = new LRUCache<string, DocumentNode>({ max: FETCH_DOCUMENTS });
    this.preparation = {
      types: new TypeConditions(supergraphSchemaOf(supergraphSdl)),
      parse: (text) => remember(documents, text, () => parse(text, { noLocation: true })),
    };
  }

  /** How many of the supergraph's progressive overrides (`percent(n)`) hold for a request with this roll: which ones follows from it. */
  overridesAt(roll: number): number {
    return this.percentages.filter((percentage) => roll < percentage).length;
  }

  /** @param roll from 0 to 100; a progressive override holds where it is below its percentage */
  async plan(document: DocumentNode, operationName: string | undefined, roll: number): Promise<Step> {
    const plan = await this.planner.planAsync(print(document), operationName, NO_LABELS, roll);
    const node: PlanNode | undefined | null = plan.node;
    return node ? prepare(node, this.preparation) : async () => {};
  }
}
