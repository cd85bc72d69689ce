import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { isIntrospection, sourceKey } from './planned-document.js';

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** The root fields of an operation, wherever its fragments put them. */
export function rootFields({ selections }: SelectionSetNode, fragments: Fragments): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    return fragment ? rootFields(fragment.selectionSet, fragments) : [];
  });
}

/** The part of an operation that asks about the schema, as an operation of its own; undefined where there is none. */
export function introspectionOf(node: OperationDefinitionNode, fragments: Fragments): DocumentNode | undefined {
  const fields = rootFields(node.selectionSet, fragments).filter(isIntrospection);
  if (fields.length === 0) return undefined;
  const selections = fields.map((field) => ({
    ...field,
    alias: { kind: Kind.NAME as const, value: sourceKey(field) },
  }));
  const operation = { ...node, selectionSet: { kind: Kind.SELECTION_SET as const, selections } };
  return { kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(fragments)] };
}
