import type { DocumentNode, ExecutionResult } from 'graphql';
import { GraphQLError } from 'graphql';
import { NothingWrittenError, OutcomeUnknownError } from '../../kit/errors.js';
import { errorOf } from '../../kit/execution/execution-errors.js';
import type { SubgraphExecutor } from '../../kit/execution/subgraph-executor.js';
import type { RequestContext } from '../../kit/request.js';
import { afterChange } from './after-change.js';
import { type Row, unavailable } from './fault.js';

/** One client request while its plan runs: the data as it grows, with a `Fault` where a subgraph failed. */
export class Execution {
  readonly data: Row = {};
  /** Errors that subgraphs reported at no place of their answers, each once however many fetches it came with. */
  private readonly strayErrors = new Map<string, GraphQLError>();
  /** Why a fetch could not be made, where nothing nearer tells. */
  private firstError: GraphQLError | undefined;
  /** Whether it has changed data: what fails from then on has failed to read, and must not be taken for a change that failed. */
  private hasChanged = false;

  constructor(
    readonly variables: Readonly<Record<string, unknown>>,
    private readonly context: RequestContext,
    private readonly executorOf: (subgraph: string) => SubgraphExecutor | undefined,
  ) {}

  /** Asks a subgraph. Whatever goes wrong is in the answer. */
  async ask(subgraph: string, document: DocumentNode, variables: Record<string, unknown>): Promise<ExecutionResult> {
    const given = await this.answer(subgraph, document, variables);
    const answer = isSilent(given) ? { errors: [unavailable(subgraph)] } : given;
    const result = this.hasChanged ? afterChange(answer) : answer;
    this.firstError ??= result.errors?.[0];
    return result;
  }

  /** Asks a subgraph to change data, which it has done, or not, when it answers. */
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

  /** Takes an error that a subgraph reported at no place of its answer. */
  addStray({ message, extensions }: GraphQLError): void {
    this.strayErrors.set(JSON.stringify([message, extensions]), new GraphQLError(message, { extensions }));
  }

  strays(): GraphQLError[] {
    return [...this.strayErrors.values()];
  }

  /** What data that no fetch brought is the consequence of; undefined where nothing failed. */
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

/** Whether an answer says nothing, neither data nor an error. */
function isSilent({ data, errors }: ExecutionResult): boolean {
  return !data && !errors?.length;
}
