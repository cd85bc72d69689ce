import type { DocumentNode } from 'graphql';
import type { Execution } from './execution.js';
import type { TypeConditions } from './type-conditions.js';

/** A part of a plan, ready to run any number of times. */
export type Step = (execution: Execution) => Promise<void>;

/** The tools to make plans ready. */
export interface Preparation {
  readonly types: TypeConditions;
  /** Parses a document of the planner. The same text gives the same object. */
  parse(text: string): DocumentNode;
}

/** The variables of the operation that a fetch uses. Variables without a value are left out. */
export function pickVariables(execution: Execution, names: readonly string[] = []): Record<string, unknown> {
  // Without a prototype: a variable may have the name of one of its methods.
  const picked: Record<string, unknown> = Object.create(null);
  for (const name of names) {
    if (Object.hasOwn(execution.variables, name)) picked[name] = execution.variables[name];
  }
  return picked;
}
