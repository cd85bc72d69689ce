import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import { type ABSENT, type Fault, isPlaceholder, isRow, type Row } from './fault.js';
import type { TypeConditions } from './type-conditions.js';

/** The reason why an entity cannot be fetched: a part of its key is absent, has failed, or was never fetched (`undefined`). */
export class Obstacle {
  constructor(readonly by: Fault | typeof ABSENT | undefined) {}
}

/** Takes the fields from an entity that the next subgraph needs: its key, and the fields of `@requires`. */
export type Represent = (entity: Row) => Row | Obstacle;

/** A field of a representation. */
interface Part {
  /** The key under which it is sent. */
  readonly key: string;
  readonly name: string;
  /** Represents the objects in the field, if it has any. */
  readonly represent: Represent | undefined;
}

/** Compiles the selection that a fetch requires of its entities. */
export function representerOf(requires: readonly RequiresSelection[], types: TypeConditions): Represent {
  const known = new Map<string, readonly Part[]>();
  const partsFor = (typeName: string) => {
    const parts = partsOf(requires, typeName, types);
    // Type names come from subgraphs: only names of the supergraph are remembered.
    if (types.knows(typeName)) known.set(typeName, parts);
    return parts;
  };
  return (entity) => {
    const typeName = String(entity.__typename);
    const row: Row = {};
    for (const { key, name, represent } of known.get(typeName) ?? partsFor(typeName)) {
      const value = entity[name] === undefined ? entity[key] : entity[name];
      const part = represent ? representPart(value, represent) : value;
      if (part instanceof Obstacle) return part;
      if (part === undefined || isPlaceholder(part)) return new Obstacle(part);
      row[key] = part;
    }
    return row;
  };
}

function partsOf(requires: readonly RequiresSelection[], typeName: string, types: TypeConditions): Part[] {
  return requires.flatMap((selection) => {
    if (selection.kind === 'InlineFragment') {
      const applies = types.satisfying(selection.typeCondition).has(typeName);
      return applies ? partsOf(selection.selections, typeName, types) : [];
    }
    if (selection.kind !== 'Field') return [];
    const { name, alias, selections } = selection;
    return [{ key: alias ?? name, name, represent: selections && representerOf(selections, types) }];
  });
}

function representPart(value: unknown, represent: Represent): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => representPart(item, represent));
    const obstacle = items.findIndex((item) => item === undefined || item instanceof Obstacle || isPlaceholder(item));
    return obstacle < 0 ? items : (items[obstacle] ?? new Obstacle(undefined));
  }
  return isRow(value) ? represent(value) : value;
}
