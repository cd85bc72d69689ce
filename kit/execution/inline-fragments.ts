import {
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  visit,
} from 'graphql';
import { isCondition } from './conditions.js';

/** Fragments within fragments multiply: past this many selections a document is not worth compiling. */
const MAX_SELECTIONS = 5_000;

/**
 * A copy of the document with its fragments written out where they are spread; undefined where it grows too large.
 * graphql-jit keeps the conditions of a fragment on the fragment: spread once under @include and once under @skip of the same
 * object, it takes the first for both.
 */
export function inlineFragments(document: DocumentNode): DocumentNode | undefined {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  let count = 0;

  function copy(selection: SelectionNode): SelectionNode {
    count += 1;
    if (count > MAX_SELECTIONS) return selection;
    if (selection.kind !== Kind.FRAGMENT_SPREAD) {
      const { selectionSet } = selection;
      if (!selectionSet) return { ...selection };
      return {
        ...selection,
        selectionSet: { ...selectionSet, selections: selectionSet.selections.map(copy) },
      } as SelectionNode;
    }
    const fragment = fragments.get(selection.name.value);
    if (!fragment) return selection;
    const { typeCondition, selectionSet } = fragment;
    const selections = selectionSet.selections.map(copy);
    const { directives } = selection;
    return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet: { ...selectionSet, selections } };
  }

  const definitions: DefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const selections = definition.selectionSet.selections.map(copy);
    definitions.push({ ...definition, selectionSet: { ...definition.selectionSet, selections } });
  }
  return count > MAX_SELECTIONS ? undefined : { ...document, definitions };
}

/** Whether @skip or @include stands anywhere in the document. */
export function isConditional(document: DocumentNode): boolean {
  let conditional = false;
  visit(document, {
    Directive: (directive) => {
      conditional ||= isCondition(directive);
    },
  });
  return conditional;
}
