import {
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { ABSENT, Fault, isPlaceholder, isRow, type Row } from '../plan/fault.js';
import { type Completion, FAILED, type FieldPlace } from './completion.js';
import { leafReader } from './leaf.js';
import type { Shape, Shapes } from './shape.js';

/** Completes one value at `depth` of the path: the value, null, or FAILED where its error is reported. */
export type Completer = (value: unknown, completion: Completion, depth: number) => unknown;

/** How the values of a field are completed, as "Value Completion" of the GraphQL specification has it. */
export function completerOf(type: GraphQLOutputType, nodes: readonly FieldNode[], place: FieldPlace, shapes: Shapes): Completer {
  if (isNonNullType(type)) return required(completerOfNullable(type.ofType, nodes, place, shapes), place);
  const complete = completerOfNullable(type, nodes, place, shapes);
  return (value, completion, depth) => {
    const completed = complete(value, completion, depth);
    return completed === FAILED ? null : completed;
  };
}

function required(complete: Completer, place: FieldPlace): Completer {
  return (value, completion, depth) => {
    const completed = complete(value, completion, depth);
    return completed === null ? completion.nullViolation(place, depth) : completed;
  };
}

/** Completes values of a type without its own exclamation mark, and leaves it to the caller what FAILED means there. */
function completerOfNullable(type: GraphQLOutputType, nodes: readonly FieldNode[], place: FieldPlace, shapes: Shapes): Completer {
  if (isLeafType(type)) return leaf(type, place);
  if (isListType(type)) return list(completerOf(type.ofType, nodes, place, shapes), place);
  if (isObjectType(type)) return object(type, nodes, place, shapes);
  if (isAbstractType(type)) return abstract(type, nodes, place, shapes);
  throw new Error(`${type} is not an output type.`);
}

/** What is no value at all: null, nothing, or what stands in the place of a value. */
function withoutValue(value: unknown, place: FieldPlace, completion: Completion, depth: number): null | typeof FAILED {
  if (value === null || value === ABSENT) return null;
  if (value instanceof Fault) return completion.fault(value, place, depth);
  if (value === undefined) return completion.absent(place, depth);
  return completion.misfit(place, depth);
}

function leaf(type: GraphQLLeafType, place: FieldPlace): Completer {
  const read = leafReader(type);
  return (value, completion, depth) => {
    if (value === null || isPlaceholder(value)) return withoutValue(value, place, completion, depth);
    const completed = read(value);
    return completed === undefined ? withoutValue(value, place, completion, depth) : completed;
  };
}

function list(completeItem: Completer, place: FieldPlace): Completer {
  return (value, completion, depth) => {
    if (!Array.isArray(value)) return withoutValue(value, place, completion, depth);
    const completed = new Array(value.length);
    for (let index = 0; index < value.length; index++) {
      completion.path[depth] = index;
      const item = completeItem(value[index], completion, depth + 1);
      if (item === FAILED) return FAILED;
      completed[index] = item;
    }
    return completed;
  };
}

function object(type: GraphQLObjectType, nodes: readonly FieldNode[], place: FieldPlace, shapes: Shapes): Completer {
  let shape: Shape | undefined;
  return (value, completion, depth) => {
    if (!isRow(value)) return withoutValue(value, place, completion, depth);
    shape ??= shapes.below(nodes, type);
    return completeRow(shape, value, completion, depth);
  };
}

function abstract(type: GraphQLAbstractType, nodes: readonly FieldNode[], place: FieldPlace, shapes: Shapes): Completer {
  const known = new Map<string, Shape>();
  const possible = new Map(shapes.schema.getPossibleTypes(type).map((each) => [each.name, each]));
  // The planner asks for no __typename where the selection is the same for all types.
  const anyType = shapes.dependsOnType(nodes, type) ? undefined : [...possible.keys()][0];

  return (value, completion, depth) => {
    if (!isRow(value)) return withoutValue(value, place, completion, depth);
    const name = value.__typename === undefined ? anyType : value.__typename;
    const objectType = possible.get(String(name));
    if (!objectType) return completion.misfit(place, depth);
    let shape = known.get(objectType.name);
    if (!shape) {
      shape = shapes.below(nodes, objectType);
      known.set(objectType.name, shape);
    }
    return completeRow(shape, value, completion, depth);
  };
}

/** Completes the fields that were selected; what else the plan needed stays behind. */
export function completeRow(shape: Shape, row: Row, completion: Completion, depth: number): unknown {
  const completed: Row = shape.bare ? Object.create(null) : {};
  const errorsBefore = completion.errors.length;
  for (const { key, source, complete } of shape.fields) {
    completion.path[depth] = key;
    const value = complete(row[source], completion, depth + 1);
    if (value === FAILED) {
      completion.keepOne(errorsBefore);
      return FAILED;
    }
    completed[key] = value;
  }
  return completed;
}
