import type { OperationMemory, Shelf } from '../kit/execution/operation-memory.js';
import type { Shape } from './complete/shape.js';
import type { Step } from './plan/step.js';

/** A plan (made or in the making), and the number of selections of its operation. */
export interface KeptPlan {
  readonly step: Promise<Step>;
  readonly selections: number;
}

/** The shapes of an operation, and its number of selections. */
export interface KeptShape {
  readonly shape: Shape;
  readonly selections: number;
}

/** The plans and shapes of all operations, by the values of @skip and @include and by the rights of the viewer. */
export interface KeptCombinations {
  readonly plans: Shelf<KeptPlan>;
  readonly shapes: Shelf<KeptShape>;
}

/** Their weight in bytes, from measurements. */
const BYTES_PER_PLAN = 10_000;
const BYTES_PER_SELECTION = 1_000;

export function keptCombinations(memory: OperationMemory): KeptCombinations {
  return {
    plans: memory.shelf(({ selections }) => BYTES_PER_PLAN + selections * BYTES_PER_SELECTION),
    shapes: memory.shelf(({ selections }) => selections * BYTES_PER_SELECTION),
  };
}
