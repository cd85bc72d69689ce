import { type PlanNode, type QueryPlan, QueryPlanner } from '@graphql-hive/router-query-planner';
import { type DocumentNode, type GraphQLSchema, parse, print } from 'graphql';
import type { OperationMemory } from '../kit/execution/operation-memory.js';
import { supergraphSchemaOf } from './api-schema.js';
import { prepare } from './plan/prepare.js';
import type { Preparation, Step } from './plan/step.js';
import { TypeConditions } from './plan/type-conditions.js';
import { interfaceObjectsOf, RuntimeTypes } from './runtime-types.js';
import { requiresAsKeys } from './supergraph/requires-as-keys.js';

/** The weight of a parsed text in bytes for each character, from measurements. */
const BYTES_PER_CHARACTER = 100;

interface Parsed {
  readonly text: string;
  readonly document: DocumentNode;
}

/** Labels of overrides that a request switches on by name: there are none (`checkSupergraph`). */
const NO_LABELS = new Set<string>();

/** Plans operations over one supergraph, in Rust and off the main thread, and makes the plans ready to run. */
export class Planner {
  /** The rules for runtime types in its clients' selections. */
  readonly types: RuntimeTypes;
  private readonly planner: QueryPlanner;
  private readonly detour: Detour;
  private readonly preparation: Preparation;
  private readonly percentages: readonly number[];

  /** @param schema what clients see of the supergraph */
  constructor(supergraphSdl: string, schema: GraphQLSchema, memory: OperationMemory) {
    const supergraph = supergraphSchemaOf(supergraphSdl);
    this.types = new RuntimeTypes(schema, interfaceObjectsOf(supergraph));
    this.planner = new QueryPlanner(supergraphSdl);
    this.detour = detourOf(supergraph, supergraphSdl);
    this.percentages = this.planner.overridePercentages;
    // Plans of similar operations share the texts of their fetches.
    const documents = memory.shelf<Parsed>(({ text }) => text.length * BYTES_PER_CHARACTER);
    this.preparation = {
      types: new TypeConditions(supergraph),
      parse: (text) => documents.remember(text, () => ({ text, document: parse(text, { noLocation: true }) })).document,
    };
  }

  /** How many of the supergraph's progressive overrides (`percent(n)`) apply to a request with this roll. The number determines which ones. */
  overridesAt(roll: number): number {
    return this.percentages.filter((percentage) => roll < percentage).length;
  }

  /** @param roll from 0 to 100; a progressive override applies if the roll is below its percentage */
  async plan(document: DocumentNode, operationName: string | undefined, roll: number): Promise<Step> {
    const node = await this.nodeOf({ text: print(document), operationName, roll });
    return node ? prepare(node, this.preparation) : async () => {};
  }

  private async nodeOf(asked: Asked): Promise<PlanNode | undefined> {
    try {
      return await nodeOf(this.planner, asked);
    } catch (error) {
      const node = await this.detour(asked);
      if (!node) throw error;
      return node;
    }
  }
}

/** The input of the planner. */
interface Asked {
  readonly text: string;
  readonly operationName: string | undefined;
  readonly roll: number;
}

/** Plans an operation in another way. Undefined if that finds no plan either. */
type Detour = (asked: Asked) => Promise<PlanNode | undefined>;

/** Makes plans over the supergraph with its @requires written as keys. */
function detourOf(supergraph: GraphQLSchema, supergraphSdl: string): Detour {
  const rewritten = requiresAsKeys(supergraph, supergraphSdl);
  if (!rewritten) return async () => undefined;
  const planner = new QueryPlanner(rewritten.sdl);
  return async (asked) => {
    const node = await nodeOf(planner, asked).catch(() => undefined);
    return node && inSubgraphs(node, rewritten.subgraphOf);
  };
}

async function nodeOf(planner: QueryPlanner, { text, operationName, roll }: Asked): Promise<PlanNode | undefined> {
  const { node }: QueryPlan = await planner.planAsync(text, operationName, NO_LABELS, roll);
  return node ?? undefined;
}

/** The plan with the subgraphs that are behind the graphs of a rewritten supergraph. */
function inSubgraphs(node: PlanNode, subgraphOf: ReadonlyMap<string, string>): PlanNode {
  switch (node.kind) {
    case 'Fetch':
    case 'BatchFetch':
      return { ...node, serviceName: subgraphOf.get(node.serviceName) ?? node.serviceName };
    case 'Flatten':
      return { ...node, node: inSubgraphs(node.node, subgraphOf) };
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map((each) => inSubgraphs(each, subgraphOf)) };
    default:
      return node;
  }
}
