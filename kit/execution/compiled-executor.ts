import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  Kind,
  print,
  type TypeNode,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { listsBeyond } from '../limits/list-budget.js';
import { conditionVariables, nullCondition } from './conditions.js';
import { asGraphQLError, blameInput } from './execution-errors.js';
import { type HoistedDocument, hoistArguments, withHoisted } from './hoist-arguments.js';
import { inlineFragments, isConditional } from './inline-fragments.js';
import { oneOperation, operationOf } from './one-operation.js';
import { OperationMemory } from './operation-memory.js';
import { PASS_THROUGH, withPassThroughScalar, withPassThroughVariables } from './pass-through-variables.js';
import { remember } from './remember.js';
import { type CoercedVariables, coerceVariables, type Variables } from './variables.js';

/** Executes operations on one schema: compiled where that is possible, by graphql-js where it is not. */
export interface CompiledExecutor {
  (
    document: DocumentNode,
    variables: Variables | undefined,
    operationName: string | undefined,
    contextValue: unknown,
  ): Promise<ExecutionResult>;
  /** Whether the operation runs compiled, as every hot one should; false means that graphql-js interprets it. */
  isCompiled(document: DocumentNode, operationName?: string): boolean;
}

function asksAboutSchema(document: DocumentNode): boolean {
  let asks = false;
  visit(document, {
    Field({ name }) {
      asks ||= name.value === '__schema' || name.value === '__type';
    },
  });
  return asks;
}

export interface ExecutorOptions {
  /** Whether the caller has validated the variables against the same types. Values that coercion would not change are then used as they are. */
  readonly validated?: boolean;
  /** The memory for operations. */
  readonly memory?: OperationMemory | undefined;
}

/** The weight of compiled code in bytes for each character of its text, and the weight that running it adds, from measurements. */
const BYTES_PER_CHARACTER = 400;

/**
 * Compiles operations by graphql-jit, once for each text as long as it is kept.
 *
 * A field without a resolver is read as a plain property: unlike graphql-js, compiled execution neither calls a function nor
 * awaits a promise that it finds there (a leaf becomes an error, an object has no fields). Type resolvers must be synchronous.
 */
export function compiledExecutor(schema: GraphQLSchema, options: ExecutorOptions = {}): CompiledExecutor {
  const compilable = withPassThroughScalar(schema);
  const { memory = new OperationMemory() } = options;
  const compiled = memory.shelf<CompiledOperation>(({ size }) => size * BYTES_PER_CHARACTER);
  /** The texts of documents, so that a repeated document need not be printed again. Compiled code is not tied to a document. */
  const texts = new WeakMap<DocumentNode, Map<string | undefined, string>>();

  function find(document: DocumentNode, operationName?: string): CompiledOperation {
    const names = remember(texts, document, () => new Map<string | undefined, string>());
    const text = remember(names, operationName, () => print(oneOperation(document, operationName)));
    // Plans of different operations often send the same request to a subgraph: the document is new, its text is not.
    return compiled.remember(
      text,
      () => new CompiledOperation(schema, compilable, oneOperation(document, operationName), options),
    );
  }

  const executor = (async (document, variables, operationName, contextValue) =>
    find(document, operationName).run(variables ?? {}, contextValue)) as CompiledExecutor;
  executor.isCompiled = (document, operationName) => find(document, operationName).isCompiled;
  return executor;
}

class CompiledOperation {
  private readonly definitions: readonly VariableDefinitionNode[];
  private readonly isCoerced: boolean;
  private readonly conditions: readonly string[];
  private readonly hoisted: HoistedDocument['hoisted'];
  private readonly query: CompiledQuery['query'] | undefined;
  /** The length of the text that it was made of. */
  readonly size: number;

  constructor(
    private readonly schema: GraphQLSchema,
    compilable: GraphQLSchema,
    private readonly document: DocumentNode,
    { validated = false }: ExecutorOptions,
  ) {
    this.definitions = operationOf(document)?.variableDefinitions ?? [];
    this.isCoerced = validated && this.definitions.every(isPlain);
    this.conditions = conditionVariables(document);
    const { document: plain, hoisted } = hoistArguments(schema, document, PASS_THROUGH);
    this.hoisted = hoisted;
    // graphql-jit puts variables into an ordinary object, which cannot hold one of this name.
    const isNamed = this.definitions.some(({ variable }) => variable.name.value === '__proto__');
    const written = isNamed ? undefined : compilableDocument(plain);
    this.query = written && compile(compilable, written);
    this.size = print(written ?? document).length;
  }

  get isCompiled(): boolean {
    return this.query !== undefined;
  }

  async run(variables: Variables, contextValue: unknown): Promise<ExecutionResult> {
    const { coerced, errors } = this.coerce(variables);
    if (errors) return { errors };
    // Compiled execution would take a null for false.
    const error = nullCondition(this.conditions, coerced);
    if (error) return { errors: [error] };
    // graphql-js gives the best message about a wrong value that contains variables.
    const all = withHoisted(coerced, this.hoisted);
    const isInterpreted = !this.query || !all;
    const result = await (isInterpreted
      ? this.interpret(variables, contextValue)
      : this.query(undefined, contextValue, all));
    const beyond = listsBeyond(contextValue);
    if (beyond) return { errors: [beyond] };
    if (!result.errors || isInterpreted) return result;
    return { data: result.data, errors: result.errors.map((error) => blameInput(asGraphQLError(error))) };
  }

  private coerce(variables: Variables): CoercedVariables {
    if (this.isCoerced) return { coerced: variables };
    return coerceVariables(this.schema, this.definitions, variables);
  }

  private async interpret(variableValues: Variables, contextValue: unknown): Promise<ExecutionResult> {
    const result = await execute({ schema: this.schema, document: this.document, variableValues, contextValue });
    return result.errors ? { ...result, errors: result.errors.map(blameInput) } : result;
  }
}

const PLAIN = new Set(['_Any', 'Boolean', 'Float', 'ID', 'Int', 'String']);

/** Whether coercing an already valid value would not change it. */
function isPlain({ type, defaultValue }: VariableDefinitionNode): boolean {
  return defaultValue === undefined && PLAIN.has(namedType(type));
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

/** The document in a form that can be compiled, or undefined if graphql-js must run it. */
function compilableDocument(document: DocumentNode): DocumentNode | undefined {
  // Introspection gets the schema without the scalar that only compilation needs.
  if (asksAboutSchema(document)) return undefined;
  const copy = withPassThroughVariables(document);
  return isConditional(copy) ? inlineFragments(copy) : copy;
}

function compile(schema: GraphQLSchema, document: DocumentNode) {
  const compiled = compileQuery(schema, document, undefined, {
    disablingCapturingStackErrors: true,
    useExperimentalPathBasedSkipInclude: true,
  });
  return isCompiledQuery(compiled) ? compiled.query : undefined;
}
