import {
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { ABSENT, Fault, isPlaceholder, isRow, type Row } from '../plan/fault.js';
import type { RuntimeType } from './collect-fields.js';
import { type Completion, FAILED } from './completion.js';
import type { FieldPlace } from './field-place.js';
import { leafReader } from './leaf.js';
import type { Shape, ShapeField, Shapes } from './shape.js';

/**
 * Completes one value at `depth` of the path. The result is the value, null, or FAILED if its error has been reported. In a large
 * answer it can be a promise of the result: other requests are answered in between.
 */
export type Completer = (value: unknown, completion: Completion, depth: number) => unknown;

/** A field, or an item of its lists, whose values must be completed. */
export interface Completed<T extends GraphQLOutputType = GraphQLOutputType> {
  readonly type: T;
  readonly nodes: readonly FieldNode[];
  readonly place: FieldPlace;
  readonly shapes: Shapes;
}

/** How the values of a field are completed, as "Value Completion" of the GraphQL specification has it. */
export function completerOf(field: Completed): Completer {
  if (isNonNullType(field.type)) return required({ ...field, type: field.type.ofType });
  const complete = completerOfNullable(field);
  return (value, completion, depth) => {
    const completed = complete(value, completion, depth);
    return completed instanceof Promise ? completed.then(nullWhereFailed) : nullWhereFailed(completed);
  };
}

function nullWhereFailed(completed: unknown): unknown {
  return completed === FAILED ? null : completed;
}

function required(field: Completed): Completer {
  const complete = completerOfNullable(field);
  return (value, completion, depth) => {
    // A reference to an entity that its owner does not know becomes null. This is not an error of any subgraph.
    if (value === ABSENT) return FAILED;
    const completed = complete(value, completion, depth);
    // An object or a list that is completed later is not null.
    return completed === null ? completion.nullViolation(field, depth) : completed;
  };
}

/** A field that this viewer may not see. */
export function refused(field: Completed): Completer {
  const otherwise = isNonNullType(field.type) ? FAILED : null;
  return (_, completion, depth) => {
    completion.refused(field.place.name, field, depth);
    return otherwise;
  };
}

/** Completes values of a type, ignoring its own exclamation mark. The caller decides what FAILED means. */
function completerOfNullable({ type, ...field }: Completed): Completer {
  if (isLeafType(type)) return leaf({ type, ...field });
  if (isListType(type)) return list({ type, ...field }, completerOf({ type: type.ofType, ...field }));
  if (isObjectType(type)) return object({ type, ...field });
  if (isAbstractType(type)) return abstract({ type, ...field });
  throw new Error(`${type} is not an output type.`);
}

/** Completes a missing value: null, undefined, or a placeholder. */
function withoutValue(field: Completed): Completer {
  return (value, completion, depth) => {
    if (value === null || value === ABSENT) return null;
    if (value instanceof Fault) return completion.fault(value, field, depth);
    if (value === undefined) return completion.absent(field, depth);
    return completion.misfit(field, depth);
  };
}

function leaf(field: Completed<GraphQLLeafType>): Completer {
  const read = leafReader(field.type);
  const otherwise = withoutValue(field);
  return (value, completion, depth) => {
    if (value === null || isPlaceholder(value)) return otherwise(value, completion, depth);
    const completed = read(value);
    return completed === undefined ? otherwise(value, completion, depth) : completed;
  };
}

function list(field: Completed, completeItem: Completer): Completer {
  const otherwise = withoutValue(field);
  return (value, completion, depth) => {
    if (!Array.isArray(value)) return otherwise(value, completion, depth);
    completion.count(value.length);
    return fillList({ values: value, completed: new Array(value.length), completeItem }, 0, completion, depth);
  };
}

interface ListAtHand {
  readonly values: readonly unknown[];
  readonly completed: unknown[];
  readonly completeItem: Completer;
}

/** Completes the items from `start` on. */
function fillList(list: ListAtHand, start: number, completion: Completion, depth: number): unknown {
  const { values, completed, completeItem } = list;
  for (let index = start; index < values.length; index++) {
    if (completion.isPauseDue) return completion.pause().then(() => fillList(list, index, completion, depth));
    completion.path[depth] = index;
    const item = completeItem(values[index], completion, depth + 1);
    if (item instanceof Promise) {
      return item.then((later) => {
        completed[index] = later;
        return later === FAILED ? FAILED : fillList(list, index + 1, completion, depth);
      });
    }
    if (item === FAILED) return FAILED;
    completed[index] = item;
  }
  return completed;
}

function object(field: Completed<GraphQLObjectType>): Completer {
  const otherwise = withoutValue(field);
  let shape: Shape | undefined;
  return (value, completion, depth) => {
    if (!isRow(value)) return otherwise(value, completion, depth);
    shape ??= field.shapes.below(field.nodes, field.type);
    return completeRow(shape, value, completion, depth);
  };
}

function abstract(field: Completed<GraphQLAbstractType>): Completer {
  const { nodes, shapes } = field;
  const otherwise = withoutValue(field);
  const typeOf = runtimeTypes(field);
  // The name of an interface is as good as no name: the fetch that should have brought the type did not.
  const isNamed = (name: unknown) => typeof name === 'string' && !isInterfaceType(shapes.schema.getType(name));

  return (value, completion, depth) => {
    if (!isRow(value)) return otherwise(value, completion, depth);
    const { __typename } = value;
    const type = typeOf(__typename);
    if (!type) return isNamed(__typename) ? completion.unknownType(field, depth) : completion.absent(field, depth);
    if (shapes.refuses(type)) return completion.refused(type.name, field, depth);
    return completeRow(shapes.below(nodes, type), value, completion, depth);
  };
}

/**
 * Objects of an interface or a union are completed as the type that they name. A subgraph may know an object only as the interface
 * (@interfaceObject). It is completed by the fields of the interface, if the selection does not depend on its type.
 */
function runtimeTypes({ type, nodes, shapes }: Completed<GraphQLAbstractType>) {
  const known = new Map<unknown, RuntimeType>(shapes.schema.getPossibleTypes(type).map((each) => [each.name, each]));
  if (isInterfaceType(type) && !shapes.dependsOnType(nodes, type)) {
    for (const each of [type, ...shapes.schema.getImplementations(type).interfaces]) known.set(each.name, each);
    known.set(undefined, type);
  }
  return (typeName: unknown) => known.get(typeName);
}

/** Completes the selected fields. Other fields, which only the plan needed, are left out. */
export function completeRow(shape: Shape, row: Row, completion: Completion, depth: number): unknown {
  const completed: Row = shape.bare ? Object.create(null) : {};
  completion.count(shape.fields.length);
  return fillRow({ shape, row, completed, errorsBefore: completion.errors.length }, 0, completion, depth);
}

interface RowAtHand {
  readonly shape: Shape;
  readonly row: Row;
  readonly completed: Row;
  readonly errorsBefore: number;
}

/** Completes the fields from `start` on. */
function fillRow(object: RowAtHand, start: number, completion: Completion, depth: number): unknown {
  const { shape, row, completed, errorsBefore } = object;
  const { fields } = shape;
  for (let index = start; index < fields.length; index++) {
    const { key, source, complete } = fields[index] as ShapeField;
    completion.path[depth] = key;
    const value = complete(row[source], completion, depth + 1);
    if (value instanceof Promise) {
      return value.then((later) => {
        if (later === FAILED) return failedRow(completion, errorsBefore);
        completed[key] = later;
        return fillRow(object, index + 1, completion, depth);
      });
    }
    if (value === FAILED) return failedRow(completion, errorsBefore);
    completed[key] = value;
  }
  return completed;
}

function failedRow(completion: Completion, errorsBefore: number): typeof FAILED {
  completion.keepOne(errorsBefore);
  return FAILED;
}
