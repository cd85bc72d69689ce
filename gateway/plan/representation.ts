import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import { ABSENT, Fault, isPlaceholder, isRow, type Row } from './fault.js';
import type { TypeConditions } from './type-conditions.js';

/** What is asked of an entity's row, or why it cannot be: a part is absent, or has failed, or was never fetched (`undefined`). */
export type Represented = { readonly row: Row } | { readonly blockedBy: Fault | typeof ABSENT | undefined };

/** Takes from an entity what its next subgraph needs to find it: its key, and what `@requires` names. */
export function represent(entity: Row, requires: readonly RequiresSelection[], types: TypeConditions): Represented {
  const row: Row = {};
  for (const selection of requires) {
    if (selection.kind === 'InlineFragment') {
      if (!types.satisfying(selection.typeCondition).has(String(entity.__typename))) continue;
      const inner = represent(entity, selection.selections, types);
      if ('blockedBy' in inner) return inner;
      Object.assign(row, inner.row);
    } else if (selection.kind === 'Field') {
      const key = selection.alias ?? selection.name;
      const value = entity[selection.name] === undefined ? entity[key] : entity[selection.name];
      const part = representPart(value, selection.selections, types);
      if (part === undefined || isPlaceholder(part)) return { blockedBy: part };
      row[key] = part;
    }
  }
  return { row };
}

function representPart(value: unknown, selections: RequiresSelection[] | undefined, types: TypeConditions): unknown {
  if (!selections || value === null || value === undefined || isPlaceholder(value)) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => representPart(item, selections, types));
    const obstacle = items.findIndex((item) => item === undefined || isPlaceholder(item));
    return obstacle < 0 ? items : items[obstacle];
  }
  if (!isRow(value)) return value;
  const inner = represent(value, selections, types);
  return 'blockedBy' in inner ? inner.blockedBy : inner.row;
}
