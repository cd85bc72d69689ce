import {
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Fault, PathStep } from '../plan/fault.js';
import type { Shapes } from './shape.js';

/**
 * Of several errors at or below one null, the one that made it null: between the two, every type forbids null.
 * The others arose in what is gone now.
 */
export function causeOf(fault: Fault, type: GraphQLOutputType, nodes: readonly FieldNode[], shapes: Shapes): Fault {
  if (fault.rivals.length === 0) return fault;
  return [fault, ...fault.rivals].find(({ below }) => propagates(below, type, nodes, shapes)) ?? fault;
}

function propagates(
  path: readonly PathStep[],
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  shapes: Shapes,
): boolean {
  const [step, ...rest] = path;
  if (step === undefined) return true;
  const here = getNullableType(type);
  if (typeof step === 'number') {
    return isListType(here) && isNonNullType(here.ofType) && propagates(rest, here.ofType, nodes, shapes);
  }
  return objectTypes(here, shapes.schema).some((each) => {
    const field = shapes.below(nodes, each).fields.find(({ source }) => source === step);
    return field?.type && isNonNullType(field.type) && propagates(rest, field.type, field.nodes, shapes);
  });
}

function objectTypes(type: GraphQLOutputType, schema: GraphQLSchema) {
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}
