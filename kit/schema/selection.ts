import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  Kind,
  type SelectionSetNode,
} from 'graphql';

export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** The fields of a selection, including those in fragments and those that @skip and @include leave out. */
export function fieldsOf(selection: SelectionSetNode | undefined, fragments: Fragments): FieldNode[] {
  return (selection?.selections ?? []).flatMap((each) => {
    if (each.kind === Kind.FIELD) return [each];
    const fragment = each.kind === Kind.INLINE_FRAGMENT ? each : fragments[each.name.value];
    return fieldsOf(fragment?.selectionSet, fragments);
  });
}

/** The names of the fields that the client selects below this one. A measure that is not among them is not computed. */
export function selectedFields({
  fieldNodes,
  fragments,
}: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): Set<string> {
  return new Set(fieldNodes.flatMap((node) => fieldsOf(node.selectionSet, fragments)).map(({ name }) => name.value));
}
