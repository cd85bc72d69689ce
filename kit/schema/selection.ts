import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  Kind,
  type SelectionSetNode,
} from 'graphql';

export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** The fields of a selection, wherever fragments put them. What @skip and @include leave out is among them. */
export function fieldsOf(selection: SelectionSetNode | undefined, fragments: Fragments): FieldNode[] {
  return (selection?.selections ?? []).flatMap((each) => {
    if (each.kind === Kind.FIELD) return [each];
    const fragment = each.kind === Kind.INLINE_FRAGMENT ? each : fragments[each.name.value];
    return fieldsOf(fragment?.selectionSet, fragments);
  });
}

/** The names of the fields that the client selects below this one, so that a measure that nobody asked for is not computed. */
export function selectedFields({
  fieldNodes,
  fragments,
}: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): Set<string> {
  return new Set(fieldNodes.flatMap((node) => fieldsOf(node.selectionSet, fragments)).map(({ name }) => name.value));
}
