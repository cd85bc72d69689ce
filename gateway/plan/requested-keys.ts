import { type DocumentNode, type FragmentDefinitionNode, getOperationAST, Kind, type SelectionSetNode } from 'graphql';
import type { TypeConditions } from './type-conditions.js';

/** The response keys that a fetch requests of its root, or of an entity of one type. A failed fetch needs a placeholder for each. */
export class RequestedKeys {
  private readonly byType = new Map<string, readonly string[]>();
  private readonly root: SelectionSetNode | undefined;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  /** @param alias the alias of `_entities`; without it, the root itself */
  constructor(
    document: DocumentNode,
    private readonly types: TypeConditions,
    alias?: string,
  ) {
    const root = getOperationAST(document)?.selectionSet;
    this.root = alias === undefined ? root : selectionOf(root, alias);
    this.fragments = new Map(
      document.definitions
        .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
        .map((fragment) => [fragment.name.value, fragment]),
    );
  }

  of(typeName = ''): readonly string[] {
    let keys = this.byType.get(typeName);
    if (!keys) {
      keys = [...new Set(this.root ? this.collect(this.root, typeName) : [])];
      // Type names come from subgraphs: only names of the supergraph are remembered.
      if (keys.length > 0) this.byType.set(typeName, keys);
    }
    return keys;
  }

  private collect(selectionSet: SelectionSetNode, typeName: string): string[] {
    return selectionSet.selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) {
        return selection.name.value === '__typename' ? [] : [selection.alias?.value ?? selection.name.value];
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
      const condition = fragment?.typeCondition?.name.value;
      if (!fragment || !this.lets(condition, typeName)) return [];
      return this.collect(fragment.selectionSet, typeName);
    });
  }

  private lets(condition: string | undefined, typeName: string): boolean {
    return condition === undefined || typeName === '' || this.types.satisfying(condition).has(typeName);
  }
}

function selectionOf(root: SelectionSetNode | undefined, key: string): SelectionSetNode | undefined {
  const field = root?.selections.find((each) => each.kind === Kind.FIELD && (each.alias ?? each.name).value === key);
  return field?.kind === Kind.FIELD ? field.selectionSet : undefined;
}
