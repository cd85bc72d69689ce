import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode } from 'graphql';
import { type Fragments, fieldsOf } from '../kit/schema/selection.js';
import { isIntrospection, responseKey, sourceKey } from './planned-document.js';

/** The introspection part of an operation, as a separate operation. Undefined if there is none. */
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

/** An error of introspection, at the place where the client asked. */
export function placed({ message, path: [source, ...below] = [], extensions }: GraphQLError): GraphQLError {
  const path = source === undefined ? undefined : [responseKey(String(source)), ...below];
  return new GraphQLError(message, { path, extensions });
}
