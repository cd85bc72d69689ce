import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  separateOperations,
} from 'graphql';

/** One root field of a mutation (one response key), as a separate operation. */
export interface RootField {
  readonly key: string;
  readonly isNullable: boolean;
  /** Whether it may change data: `__typename` and questions about the schema do not. */
  readonly isWrite: boolean;
  /** With the fragments that this field uses, and no others. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/**
 * Splits a mutation into its root fields, by their response keys. @skip and @include stay in place: if they leave a field out, its
 * operation is empty.
 */
export function rootFieldsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  whole: OperationDefinitionNode,
): ReadonlyMap<string, RootField> {
  const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  const fields = schema.getMutationType()?.getFields() ?? {};
  const rootFields = new Map<string, RootField>();
  for (const [key, { name, selections }] of selectionsByKey(whole.selectionSet, fragments)) {
    const operation = { ...whole, selectionSet: selectionSetOf(selections) };
    const definitions = [operation, ...fragments];
    const separated = separateOperations({ kind: Kind.DOCUMENT, definitions })[whole.name?.value ?? ''];
    const type = fields[name]?.type;
    const isNullable = type !== undefined && !isNonNullType(type);
    rootFields.set(key, { key, isNullable, isWrite: type !== undefined, document: separated ?? document, operation });
  }
  return rootFields;
}

interface Selected {
  readonly name: string;
  readonly selections: SelectionNode[];
}

/** The selections of each response key, including those in fragments. The root has only one type, so type conditions always match. */
function selectionsByKey(root: SelectionSetNode, fragments: readonly FragmentDefinitionNode[]): Map<string, Selected> {
  const byName = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  const byKey = new Map<string, Selected>();

  function collect({ selections }: SelectionSetNode, within: readonly (readonly DirectiveNode[])[]): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const selected = byKey.get(key) ?? { name: selection.name.value, selections: [] };
        selected.selections.push(within.reduceRight<SelectionNode>(wrap, selection));
        byKey.set(key, selected);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : byName.get(selection.name.value);
      const { directives = [] } = selection;
      if (fragment) collect(fragment.selectionSet, directives.length > 0 ? [...within, directives] : within);
    }
  }

  collect(root, []);
  return byKey;
}

function wrap(selection: SelectionNode, directives: readonly DirectiveNode[]): SelectionNode {
  return { kind: Kind.INLINE_FRAGMENT, directives, selectionSet: selectionSetOf([selection]) };
}

function selectionSetOf(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections };
}
