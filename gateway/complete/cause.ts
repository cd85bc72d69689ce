import {
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Fault, PathStep } from '../plan/fault.js';
import type { RuntimeType } from './collect-fields.js';
import type { Shapes } from './shape.js';

/** A field, as far as errors in it are concerned. */
interface Field {
  readonly type: GraphQLOutputType;
  readonly nodes: readonly FieldNode[];
  readonly shapes: Shapes;
}

/**
 * If there are several errors at or below one null, finds the error that caused the null: between the two, no type allows null.
 * The other errors belong to data that is gone now.
 */
export function causeOf(fault: Fault, field: Field): Fault {
  if (fault.rivals.length === 0) return fault;
  return [fault, ...fault.rivals].find(({ below }) => propagates(below, field)) ?? fault;
}

/** Translates a path of the plan into the client's path. It ends where the client's selection ends, because the plan may have added keys below. */
export function clientPath([step, ...rest]: readonly PathStep[], field: Field): PathStep[] {
  if (step === undefined) return [];
  const [next] = stepInto(field, step);
  return next ? [next.step, ...clientPath(rest, next.field)] : [];
}

function propagates([step, ...rest]: readonly PathStep[], field: Field): boolean {
  if (step === undefined) return true;
  return stepInto(field, step).some((next) => isNonNullType(next.field.type) && propagates(rest, next.field));
}

/** The fields to which a step can lead, with the client's response key. An abstract type can have several fields of one name. */
function stepInto({ type, nodes, shapes }: Field, step: PathStep): { step: PathStep; field: Field }[] {
  const here = getNullableType(type);
  if (typeof step === 'number') {
    return isListType(here) ? [{ step, field: { type: here.ofType, nodes, shapes } }] : [];
  }
  return runtimeTypes(here, shapes.schema).flatMap((each) => {
    const { place } = shapes.below(nodes, each).fields.find(({ source }) => source === step) ?? {};
    return place ? [{ step: place.key, field: { type: place.type, nodes: place.nodes, shapes } }] : [];
  });
}

function runtimeTypes(type: GraphQLOutputType, schema: GraphQLSchema): readonly RuntimeType[] {
  if (isObjectType(type)) return [type];
  if (isInterfaceType(type)) return [...schema.getPossibleTypes(type), type];
  return isUnionType(type) ? type.getTypes() : [];
}
