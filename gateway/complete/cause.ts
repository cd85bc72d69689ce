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
 * Of several errors at or below one null, the one that made it null: between the two, every type forbids null.
 * The others arose in what is gone now.
 */
export function causeOf(fault: Fault, field: Field): Fault {
  if (fault.rivals.length === 0) return fault;
  return [fault, ...fault.rivals].find(({ below }) => propagates(below, field)) ?? fault;
}

/** The client's way along a path in the plan's terms, as far as the client asked to go: keys of entities may lie beyond. */
export function clientPath([step, ...rest]: readonly PathStep[], field: Field): PathStep[] {
  if (step === undefined) return [];
  const [next] = stepInto(field, step);
  return next ? [next.step, ...clientPath(rest, next.field)] : [];
}

function propagates([step, ...rest]: readonly PathStep[], field: Field): boolean {
  if (step === undefined) return true;
  return stepInto(field, step).some((next) => isNonNullType(next.field.type) && propagates(rest, next.field));
}

/** Where a step may lead, with the client's name for it; an abstract type may have several fields of one name. */
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
