import type { Choice } from './choices.js';

/** Asks the owner of a type for its rows by key, through `_entities`: in the order of the keys, null for an unknown one. */
export type EntityLookup = (
  typeName: string,
  keyField: string,
  keys: string[],
  fields: string,
) => Promise<readonly (Record<string, unknown> | null)[]>;

/** Asks the owner of a type what its rows are called; undefined where they have no names to be found by. */
export type NameLookup = (typeName: string) => Promise<readonly Choice[] | undefined>;

interface ReferenceBase<Name extends string> {
  readonly column: Name;
  /** The character before which the key stands, where an item of the cell holds more than the key: `@`. */
  readonly keyBefore?: string;
}

/** A column that names rows of the subgraph's own tables. */
export interface LocalReference<Name extends string> extends ReferenceBase<Name> {
  readonly table: string;
  readonly key: string;
  /** What the rows are, in words: `a person`. */
  readonly what: string;
  /** The columns that hold its names, where it has some. */
  readonly names?: readonly string[];
}

/** A column that names rows of another subgraph. */
export interface ForeignReference<Name extends string> extends ReferenceBase<Name> {
  readonly typeName: string;
  readonly key: string;
  /** Why a row that exists cannot be meant, given `fields` of it. */
  readonly refuses?: { readonly fields: string; problem(entity: Record<string, unknown>): string | undefined };
}

export type Reference<Name extends string = string> = LocalReference<Name> | ForeignReference<Name>;
