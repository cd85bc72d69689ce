import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  separateOperations,
  visit,
} from 'graphql';

/** No field of a schema starts like this. */
const PREFIX = '_as_';

/**
 * The operation as the planner gets it. Every alias is marked as one, because the planner fetches keys under their own names and
 * mixes them up with a client's `slug: name`. Introspection is answered by the gateway itself and leaves nothing but `__typename`.
 */
export function plannedDocument(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const separated = separateOperations(document)[operation.name?.value ?? ''] ?? document;
  return visit(separated, {
    Field: {
      enter: (node) => (isIntrospection(node) ? { ...typename, directives: node.directives } : undefined),
      leave: (node) => (isAliased(node) ? { ...node, alias: { kind: Kind.NAME, value: sourceKey(node) } } : undefined),
    },
  });
}

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** The key under which the plan fetches a field. */
export function sourceKey(node: FieldNode): string {
  return isAliased(node) ? PREFIX + node.alias?.value : node.name.value;
}

/** A field of the root that asks about the schema. */
export function isIntrospection({ name }: FieldNode): boolean {
  return name.value === '__schema' || name.value === '__type';
}

function isAliased({ alias, name }: FieldNode): boolean {
  return alias !== undefined && alias.value !== name.value;
}
