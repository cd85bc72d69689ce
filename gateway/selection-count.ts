import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

/**
 * How many selections an operation has once its fragments are written out, as the planner does: a dozen fragments that each spread
 * the next one twice are thousands, and keep it busy for seconds. Counting them takes no longer than reading them.
 */
export function countSelections(
  { selectionSet }: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): number {
  const counted = new Map<string, number>();

  function count({ selections }: SelectionSetNode): number {
    let total = selections.length;
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) total += countFragment(selection.name.value);
      else if (selection.selectionSet) total += count(selection.selectionSet);
    }
    return total;
  }

  function countFragment(name: string): number {
    const known = counted.get(name);
    if (known !== undefined) return known;
    const fragment = fragments[name];
    const total = fragment ? count(fragment.selectionSet) : 0;
    counted.set(name, total);
    return total;
  }

  return count(selectionSet);
}
