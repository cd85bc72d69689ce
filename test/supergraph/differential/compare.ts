import type { GraphQLFormattedError } from 'graphql';
import type { Answer } from './gateways.js';

/** What of an error has to be the same. */
export type ErrorKey = (error: GraphQLFormattedError) => string;

/** All that a client reads. */
export const whole: ErrorKey = ({ path, message, extensions }) =>
  `${path?.join('.')} ${message} ${JSON.stringify(extensions)}`;

/** As much as the other planner keeps of it: see differences.ts. */
export const withoutIndexes: ErrorKey = ({ path, message, extensions }) =>
  `${path?.filter((part) => typeof part === 'string').join('.')} ${message} ${extensions?.code}`;

/** The first place where two answers differ, with what each has there; undefined where there is none. */
export function firstDifference(one: Answer, other: Answer, key: ErrorKey): string | undefined {
  const [here, there] = [one, other].map(({ errors = [] }) => keysOf(errors, key));
  return differenceAt([], one.data ?? null, other.data ?? null) ?? differenceAt(['errors'], here, there);
}

/** In any order; where the key leaves the indexes away, those of a list are one. */
function keysOf(errors: readonly GraphQLFormattedError[], key: ErrorKey): string[] {
  const keys = errors.map(key).sort();
  return key === withoutIndexes ? [...new Set(keys)] : keys;
}

function differenceAt(path: readonly string[], one: unknown, other: unknown): string | undefined {
  if (Object.is(one, other)) return undefined;
  if (!isTree(one) || !isTree(other) || Array.isArray(one) !== Array.isArray(other)) return told(path, one, other);
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const found = differenceAt([...path, key], one[key], other[key]);
    if (found) return found;
  }
  return undefined;
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const told = (path: readonly string[], one: unknown, other: unknown) =>
  `at ${path.join('.') || 'data'}: ${shown(one)} and ${shown(other)}`;

const shown = (value: unknown) => JSON.stringify(value)?.slice(0, 200);
