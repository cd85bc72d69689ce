import { type DocumentNode, Kind, type OperationDefinitionNode, separateOperations, visit } from 'graphql';

/**
 * The document of one operation, with the fragments that it uses. It has no other operations, and no descriptions, because not every
 * reader knows them. If the document has no such operation, the document itself.
 */
export function oneOperation(document: DocumentNode, operationName: string | undefined): DocumentNode {
  return withoutDescriptions(separateOperations(document)[operationName ?? ''] ?? document);
}

function withoutDescriptions(document: DocumentNode): DocumentNode {
  const undescribed = <T extends { readonly description?: unknown }>(node: T) =>
    node.description === undefined ? undefined : { ...node, description: undefined };
  return visit(document, {
    OperationDefinition: { enter: undescribed },
    FragmentDefinition: { enter: undescribed },
    VariableDefinition: { enter: undescribed },
  });
}

/** The operation of a document that has only one. */
export function operationOf({ definitions }: DocumentNode): OperationDefinitionNode | undefined {
  return definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
}
