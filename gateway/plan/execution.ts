import type { DocumentNode, ExecutionResult } from 'graphql';
import { GraphQLError } from 'graphql';
import { NothingWrittenError, OutcomeUnknownError } from '../../kit/errors.js';
import { errorOf } from '../../kit/execution/execution-errors.js';
import type { SubgraphExecutor } from '../../kit/execution/subgraph-executor.js';
import type { RequestContext } from '../../kit/request.js';
import { afterChange } from './after-change.js';
import { type Row, unavailable } from './fault.js';

/** The state of one client request while its plan runs: the data so far, with a `Fault` at each place where a subgraph failed. */
export class Execution {
  readonly data: Row = {};
  /** Errors that subgraphs reported without a place in their answers. Each is kept once, even if several fetches report it. */
  private readonly strayErrors = new Map<string, GraphQLError>();
  /** The reason why a fetch could not be made, if no closer error says so. */
  private firstError: GraphQLError | undefined;
  /** Whether data has been changed. A later failure is a failed read, and must not look like a failed change. */
  private hasChanged = false;

  constructor(
    readonly variables: Readonly<Record<string, unknown>>,
    private readonly context: RequestContext,
    private readonly executorOf: (subgraph: string) => SubgraphExecutor | undefined,
  ) {}

  /** Asks a subgraph. Every failure is part of the answer. */
  async ask(subgraph: string, document: DocumentNode, variables: Record<string, unknown>): Promise<ExecutionResult> {
    const given = await this.answer(subgraph, document, variables);
    const answer = isSilent(given) ? { errors: [unavailable(subgraph)] } : given;
    const result = this.hasChanged ? afterChange(answer) : answer;
    this.firstError ??= result.errors?.[0];
    return result;
  }

  /** Asks a subgraph to change data. When it answers, the change is made or has failed. */
  async change(subgraph: string, document: DocumentNode, variables: Record<string, unknown>): Promise<ExecutionResult> {
    if (this.context.signal?.aborted) {
      return { errors: [new NothingWrittenError('The request was given up before this field has run')] };
    }
    const answer = await this.answer(subgraph, document, variables);
    this.hasChanged = true;
    const result = isSilent(answer) ? { errors: [new OutcomeUnknownError(unavailable(subgraph).message)] } : answer;
    this.firstError ??= result.errors?.[0];
    return result;
  }

  /** Records an error that a subgraph reported without a place in its answer. */
  addStray({ message, extensions }: GraphQLError): void {
    this.strayErrors.set(JSON.stringify([message, extensions]), new GraphQLError(message, { extensions }));
  }

  strays(): GraphQLError[] {
    return [...this.strayErrors.values()];
  }

  /** The cause of data that no fetch brought. Undefined if nothing failed. */
  failure(): GraphQLError | undefined {
    return this.firstError;
  }

  private async answer(subgraph: string, document: DocumentNode, variables: Record<string, unknown>) {
    const execute = this.executorOf(subgraph);
    if (!execute || this.context.signal?.aborted) return { errors: [unavailable(subgraph)] };
    try {
      return await execute({ document, variables, context: this.context });
    } catch (error) {
      return { errors: [errorOf(error)] };
    }
  }
}

/** Whether an answer has neither data nor an error. */
function isSilent({ data, errors }: ExecutionResult): boolean {
  return !data && !errors?.length;
}
