import {
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields } from 'graphql/execution/collectFields.js';
import type { RequestContext } from '../request.js';
import { runWrite } from '../run-write.js';
import type { CompiledExecutor } from './compiled-executor.js';
import { conditionVariables, nullCondition } from './conditions.js';
import { oneOperation } from './one-operation.js';
import { remember } from './remember.js';
import { type RootField, rootFieldsOf } from './root-fields.js';
import { serially } from './serially.js';
import { coerceVariables } from './variables.js';

/** Executes the root fields of mutations on one schema, each in a transaction and with a context of its own. */
export function mutationExecutor(
  schema: GraphQLSchema,
  execute: CompiledExecutor,
  createContext: (request: RequestContext) => unknown,
) {
  const mutations = new WeakMap<OperationDefinitionNode, Mutation>();
  return async (
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
    request: RequestContext,
  ): Promise<ExecutionResult> => {
    const { coerced, errors } = coerceVariables(schema, operation.variableDefinitions ?? [], variables);
    if (errors) return { errors };
    const one = () => oneOperation(document, operation.name?.value);
    const mutation = remember(mutations, operation, () => new Mutation(schema, one(), operation));
    const error = nullCondition(mutation.conditions, coerced);
    if (error) return { errors: [error] };
    return serially(mutation.fields(coerced), (field) =>
      runWrite(request, (own) => execute(field.document, variables, operation.name?.value, createContext(own))),
    );
  };
}

class Mutation {
  readonly conditions: readonly string[];
  private readonly byKey: ReadonlyMap<string, RootField>;
  private readonly fragments: Record<string, FragmentDefinitionNode> = Object.create(null);

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
  ) {
    this.conditions = conditionVariables(document);
    this.byKey = rootFieldsOf(schema, document, operation);
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments[definition.name.value] = definition;
    }
  }

  /** Those that run where @skip and @include have these values, in the order in which they do. */
  fields(variables: Record<string, unknown>): RootField[] {
    const type = this.schema.getMutationType();
    if (!type) return [];
    const { selectionSet } = this.operation;
    const fields = collectFields(this.schema, this.fragments, variables, type, selectionSet);
    return [...fields.keys()].flatMap((key) => this.byKey.get(key) ?? []);
  }
}
