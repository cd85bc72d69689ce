import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { Selecting } from '../runtime-types.js';

/** The type as which an object is completed: its own type, or an interface if no subgraph of the plan knows more. */
export type RuntimeType = GraphQLObjectType | GraphQLInterfaceType;

/**
 * Collects the fields that selections select on one type, by response key and in the client's order. This is CollectFields of the
 * GraphQL specification, but also for interfaces.
 */
export function collectFields(
  schema: GraphQLSchema,
  { fragments, isLeftOut }: Selecting,
  type: RuntimeType,
  selectionSets: readonly SelectionSetNode[],
): ReadonlyMap<string, readonly FieldNode[]> {
  const collected = new Map<string, FieldNode[]>();
  const spread = new Set<string>();

  function collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (isLeftOut(selection)) continue;
      if (selection.kind === Kind.FIELD) add(selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) enter(selection);
      else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        enter(fragments[selection.name.value]);
      }
    }
  }

  function add(node: FieldNode): void {
    const key = (node.alias ?? node.name).value;
    const nodes = collected.get(key);
    if (nodes) nodes.push(node);
    else collected.set(key, [node]);
  }

  function enter(fragment: FragmentDefinitionNode | InlineFragmentNode | undefined): void {
    if (fragment && applies(schema, fragment.typeCondition?.name.value, type)) collect(fragment.selectionSet);
  }

  for (const selectionSet of selectionSets) collect(selectionSet);
  return collected;
}

/** The selections below a field. Empty for a leaf. */
export function selectionOf({ selectionSet }: FieldNode): SelectionSetNode {
  return selectionSet ?? { kind: Kind.SELECTION_SET, selections: [] };
}

function applies(schema: GraphQLSchema, condition: string | undefined, type: RuntimeType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wider = schema.getType(condition);
  return isAbstractType(wider) && schema.isSubType(wider, type);
}
