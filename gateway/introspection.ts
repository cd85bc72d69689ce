import { type DocumentNode, Kind, type OperationDefinitionNode } from 'graphql';
import { type Fragments, fieldsOf } from '../kit/schema/selection.js';
import { isIntrospection, sourceKey } from './planned-document.js';

/** The part of an operation that asks about the schema, as an operation of its own; undefined where there is none. */
export function introspectionOf(node: OperationDefinitionNode, fragments: Fragments): DocumentNode | undefined {
  const fields = fieldsOf(node.selectionSet, fragments).filter(isIntrospection);
  if (fields.length === 0) return undefined;
  const selections = fields.map((field) => ({
    ...field,
    alias: { kind: Kind.NAME as const, value: sourceKey(field) },
  }));
  const operation = { ...node, selectionSet: { kind: Kind.SELECTION_SET as const, selections } };
  return { kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(fragments)] };
}
