import type { GraphQLError } from 'graphql';
import { ABSENT, Fault, type PathStep, type Row } from './fault.js';

/** An error of a subgraph, and its path below the requested object. */
export interface LocatedError {
  readonly error: GraphQLError;
  readonly below: readonly PathStep[];
}

/**
 * Makes one row from the answer of a subgraph for one object: its data, with each error in the place of its null. If there is no data,
 * every requested key gets a placeholder: the error, or absent.
 * Errors without a place go to `stray`.
 */
export function absorb(
  answer: unknown,
  errors: readonly LocatedError[],
  keys: readonly string[],
  stray: (error: GraphQLError) => void,
): Row {
  if (answer === null || typeof answer !== 'object') return allFailed(keys, errors[0]);
  for (const { error, below } of errors) {
    if (!place(answer as Row, error, below)) stray(error);
  }
  return answer as Row;
}

/** A row in which every key failed with the same error or, without an error, is absent. */
export function allFailed(keys: readonly string[], cause: LocatedError | undefined): Row {
  const [origin, ...below] = cause?.below ?? [];
  const place = keys.includes(String(origin)) ? String(origin) : undefined;
  const row: Row = {};
  for (const key of keys) row[key] = cause ? new Fault(cause.error, below, place) : ABSENT;
  return row;
}

/** Puts the error at the point of its path where the data ends. */
function place(row: Row, error: GraphQLError, path: readonly PathStep[]): boolean {
  let parent: Row = row;
  for (const [depth, step] of path.entries()) {
    const value = Object.hasOwn(parent, step) ? parent[step] : undefined;
    const fault = new Fault(error, path.slice(depth + 1));
    if (value instanceof Fault) return value.rivals.push(fault) > 0;
    if (value === undefined && (depth === 0 || Array.isArray(parent) || step === '__proto__')) return false;
    if (value === null || value === undefined) {
      parent[step] = fault;
      return true;
    }
    if (typeof value !== 'object') return false;
    parent = value as Row;
  }
  return false;
}
