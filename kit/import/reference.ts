/** Asks the owner of a type for its rows by key, through `_entities`: in the order of the keys, null for an unknown one. */
export type EntityLookup = (
  typeName: string,
  keyField: string,
  keys: string[],
  fields: string,
) => Promise<readonly (Record<string, unknown> | null)[]>;

interface ReferenceBase<Name extends string> {
  readonly column: Name;
  /** The key within an item of the cell, in SQL, where the cell holds more: `(item) => split_part(${item}, '@', 1)`. */
  readonly keyOf?: (item: string) => string;
}

/** A column that names rows of the subgraph's own tables. */
export interface LocalReference<Name extends string> extends ReferenceBase<Name> {
  readonly table: string;
  readonly key: string;
  /** What the rows are, in words: `a person`. */
  readonly what: string;
}

/** A column that names rows of another subgraph. */
export interface ForeignReference<Name extends string> extends ReferenceBase<Name> {
  readonly typeName: string;
  readonly key: string;
  /** Why a row that exists cannot be meant, given `fields` of it. */
  readonly refuses?: { readonly fields: string; problem(entity: Record<string, unknown>): string | undefined };
}

export type Reference<Name extends string = string> = LocalReference<Name> | ForeignReference<Name>;
