import type { OperationMemory, Shelf } from '../kit/execution/operation-memory.js';
import type { Shape } from './complete/shape.js';
import type { Step } from './plan/step.js';

/** A plan that is being made or that is made, of an operation of so many selections. */
export interface KeptPlan {
  readonly step: Promise<Step>;
  readonly selections: number;
}

/** What clients see of an operation of so many selections. */
export interface KeptShape {
  readonly shape: Shape;
  readonly selections: number;
}

/** The plans and shapes of all operations, for the values of @skip and @include and the rights that they were asked with. */
export interface KeptCombinations {
  readonly plans: Shelf<KeptPlan>;
  readonly shapes: Shelf<KeptShape>;
}

/** What they weigh, in bytes, as measured. */
const BYTES_PER_PLAN = 10_000;
const BYTES_PER_SELECTION = 1_000;

export function keptCombinations(memory: OperationMemory): KeptCombinations {
  return {
    plans: memory.shelf(({ selections }) => BYTES_PER_PLAN + selections * BYTES_PER_SELECTION),
    shapes: memory.shelf(({ selections }) => selections * BYTES_PER_SELECTION),
  };
}
