import { type GraphQLLeafType, isEnumType } from 'graphql';

/** The value for the answer, or undefined if it is not a value of the type. */
export type LeafReader = (value: unknown) => unknown;

const MAX_INT = 2 ** 31 - 1;
const MIN_INT = -(2 ** 31);

const builtIn: Record<string, LeafReader> = {
  String: (value) => (typeof value === 'string' ? value : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  Float: (value) => (Number.isFinite(value) ? value : undefined),
  Int: (value) => (Number.isInteger(value) && Number(value) <= MAX_INT && Number(value) >= MIN_INT ? value : undefined),
  ID: (value) => (typeof value === 'string' ? value : Number.isInteger(value) ? String(value) : undefined),
};

/** Reads values of one leaf type. The values of a custom scalar are not checked: the subgraph decides. */
export function leafReader(type: GraphQLLeafType): LeafReader {
  if (isEnumType(type)) {
    const names = new Set<unknown>(type.getValues().map(({ name }) => name));
    return (value) => (names.has(value) ? value : undefined);
  }
  return builtIn[type.name] ?? ((value) => value);
}
