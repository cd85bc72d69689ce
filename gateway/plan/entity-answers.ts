import type { ExecutionResult } from 'graphql';
import type { LocatedError } from './absorb.js';
import { unavailable } from './fault.js';

/** The answer of a subgraph for each representation, by index. */
export interface EntityAnswers {
  readonly entities: readonly unknown[];
  errorsAt(index: number): readonly LocatedError[];
}

/** Reads one alias of an answer. If the requested list is missing, every entity has failed. */
export function answersOf(result: ExecutionResult, alias: string, count: number, subgraph: string): EntityAnswers {
  const errors = result.errors ?? [];
  const mine = errors.filter(({ path }) => path?.[0] === alias);
  const entities = result.data?.[alias];
  if (!Array.isArray(entities) || entities.length !== count) {
    const error = mine[0] ?? errors[0] ?? unavailable(subgraph);
    const failure = [{ error, below: mine[0]?.path?.slice(2) ?? [] }];
    return { entities: new Array(count).fill(null), errorsAt: () => failure };
  }
  const byIndex = Map.groupBy(mine, ({ path }) => path?.[1]);
  return {
    entities,
    errorsAt: (index) => (byIndex.get(index) ?? []).map((error) => ({ error, below: error.path?.slice(2) ?? [] })),
  };
}
