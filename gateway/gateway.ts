import type { DocumentNode, ExecutionResult, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { type GraphQLError, OperationTypeNode, parse } from 'graphql';
import type { Logger } from 'pino';
import { explainDatabaseError } from '../kit/database/database-error.js';
import { HubError } from '../kit/errors.js';
import { compiledExecutor } from '../kit/execution/compiled-executor.js';
import { errorOf } from '../kit/execution/execution-errors.js';
import { OperationMemory } from '../kit/execution/operation-memory.js';
import { remember } from '../kit/execution/remember.js';
import { serially } from '../kit/execution/serially.js';
import type { SubgraphExecutor } from '../kit/execution/subgraph-executor.js';
import { coerceVariables, type Variables } from '../kit/execution/variables.js';
import { maskErrors } from '../kit/http/mask.js';
import { CLIENT_LIMITS } from '../kit/limits/operation-limits.js';
import { type RequestContext, runRequest } from '../kit/request.js';
import { grantsOf } from './access/grants.js';
import { Requirements } from './access/requirements.js';
import { apiSchemaOf } from './api-schema.js';
import { Ceiling } from './ceiling/ceiling.js';
import { completeRow } from './complete/completers.js';
import { Completion, FAILED } from './complete/completion.js';
import { placed } from './introspection.js';
import { type KeptCombinations, keptCombinations } from './kept-combinations.js';
import { type Asker, type MutationField, Operation } from './operation.js';
import { tellOfChange } from './plan/after-change.js';
import { Execution } from './plan/execution.js';
import type { Step } from './plan/step.js';
import { Planner } from './planner.js';
import { foldedName } from './subgraph-name.js';
import { checkSupergraph } from './supergraph/check-supergraph.js';

export interface GatewayOptions {
  supergraphSdl: string;
  /** One for each subgraph, by its name. */
  executors: Record<string, SubgraphExecutor>;
  log: Logger;
  /** The memory for documents, plans and shapes of operations. */
  memory?: OperationMemory;
}

/** Answers operations over a supergraph. It plans them, asks the subgraphs, and completes the answers against the schema of the API. */
export class Gateway {
  readonly schema: GraphQLSchema;
  readonly limits = CLIENT_LIMITS;
  private readonly planner: Planner;
  private readonly requirements: Requirements;
  private readonly ceiling: Ceiling;
  private readonly combinations: KeptCombinations;
  private readonly executors: ReadonlyMap<string, SubgraphExecutor>;
  private readonly introspect;
  /** They live as long as their document is kept. */
  private readonly operations = new WeakMap<DocumentNode, Map<OperationDefinitionNode, Operation>>();

  /** @throws OperatorError if the supergraph needs something that the gateway cannot do */
  constructor(private readonly options: GatewayOptions) {
    const supergraph = parse(options.supergraphSdl);
    checkSupergraph(supergraph);
    this.requirements = new Requirements(supergraph);
    this.schema = apiSchemaOf(options.supergraphSdl);
    this.ceiling = new Ceiling(this.schema);
    const memory = options.memory ?? new OperationMemory();
    this.planner = new Planner(options.supergraphSdl, this.schema, memory);
    this.introspect = compiledExecutor(this.schema, { memory });
    this.combinations = keptCombinations(memory);
    this.executors = new Map(Object.entries(options.executors).map(([name, executor]) => [foldedName(name), executor]));
  }

  /** Answers one operation of a document that is valid against `schema`. */
  async execute(
    document: DocumentNode,
    node: OperationDefinitionNode,
    given: Readonly<Record<string, unknown>>,
    context: RequestContext,
  ): Promise<ExecutionResult> {
    const { coerced, errors } = coerceVariables(this.schema, node.variableDefinitions ?? [], given);
    if (errors) return { errors };
    try {
      return await this.answer(this.operation(document, node), coerced, context);
    } catch (error) {
      return error instanceof HubError ? { errors: [error] } : this.failed(error, context);
    }
  }

  private operation(document: DocumentNode, node: OperationDefinitionNode): Operation {
    const operations = remember(this.operations, document, () => new Map<OperationDefinitionNode, Operation>());
    return remember(
      operations,
      node,
      () =>
        new Operation(this.schema, this.planner, this.requirements, this.ceiling, this.combinations, document, node),
    );
  }

  private async answer(operation: Operation, variables: Record<string, unknown>, context: RequestContext) {
    operation.check(variables);
    const asker = { grants: grantsOf(context.viewer), roll: Math.random() * 100 };
    if (operation.node.operation === OperationTypeNode.MUTATION)
      return this.change(operation, variables, asker, context);
    const step = await operation.plan(variables, asker);
    return this.run(operation, step, variables, asker, context).catch((error) => this.failed(error, context));
  }

  /**
   * Answers a mutation, one root field after the other. Each root field has its own context, so data that was read before a change is never
   * returned after it. An operation that cannot be planned is refused before anything changes.
   */
  private async change(
    mutation: Operation,
    variables: Record<string, unknown>,
    asker: Asker,
    context: RequestContext,
  ): Promise<ExecutionResult> {
    const planned: (MutationField & { step: Step })[] = [];
    for (const field of mutation.rootFields(variables, asker)) {
      planned.push({ ...field, step: await field.operation.plan(variables, asker) });
    }
    return serially(planned, async ({ operation, step }) => {
      try {
        return await runRequest(context, (own) => this.run(operation, step, variables, asker, own));
      } catch (error) {
        return { data: null, errors: this.masked(explainDatabaseError(error), context).map(tellOfChange) };
      }
    });
  }

  private async run(
    operation: Operation,
    step: Step,
    variables: Record<string, unknown>,
    asker: Asker,
    context: RequestContext,
  ): Promise<ExecutionResult> {
    const execution = new Execution(variables, context, (name) => this.executors.get(foldedName(name)));
    await step(execution);
    const { data, errors = [] } = await this.introspection(operation, variables, context);
    Object.assign(execution.data, data);
    return this.complete(operation, execution, asker, context, errors.map(placed));
  }

  private async introspection(
    operation: Operation,
    variables: Variables,
    context: RequestContext,
  ): Promise<ExecutionResult> {
    return operation.introspection ? this.introspect(operation.introspection, variables, undefined, context) : {};
  }

  /** The answer to an operation that has begun and could not be brought to its end. */
  private failed(error: unknown, context: RequestContext): ExecutionResult {
    return { data: null, errors: this.masked(error, context) };
  }

  private masked(error: unknown, { requestId }: RequestContext): GraphQLError[] {
    return maskErrors([errorOf(error)], requestId, this.options.log);
  }

  private async complete(
    operation: Operation,
    execution: Execution,
    asker: Asker,
    context: RequestContext,
    introspectionErrors: readonly GraphQLError[],
  ): Promise<ExecutionResult> {
    const completion = new Completion(() => execution.failure(), context);
    const completed = await completeRow(operation.shape(execution.variables, asker), execution.data, completion, 0);
    const data = completed === FAILED ? null : (completed as Record<string, unknown>);
    const told = new Set(completion.errors.map(({ message }) => message));
    const strays = execution.strays().filter(({ message }) => !told.has(message));
    const errors = [...completion.errors, ...introspectionErrors, ...strays];
    return errors.length === 0 ? { data } : { data, errors: maskErrors(errors, context.requestId, this.options.log) };
  }
}
