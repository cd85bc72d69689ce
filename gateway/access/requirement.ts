/** What a request needs to see a field or a type: everything that its directives require. */
export interface Requirement {
  /** `@authenticated`: anyone with a token. */
  readonly authenticated: boolean;
  /** `@requiresScopes`: for each directive, the sets of scopes of which one must be complete. */
  readonly scopes: readonly AnyOf[];
  /** `@policy`: for each directive, the sets of policies of which one must be complete. */
  readonly policies: readonly AnyOf[];
}

/** Sets of names: all names of at least one of them are needed. */
export type AnyOf = readonly (readonly string[])[];

/** The grants of a request. */
export interface Grants {
  readonly authenticated: boolean;
  readonly scopes: ReadonlySet<string>;
  readonly policies: ReadonlySet<string>;
}

/** Whether these grants meet this requirement. */
export function isMet({ authenticated, scopes, policies }: Requirement, grants: Grants): boolean {
  return (
    (grants.authenticated || !authenticated) &&
    scopes.every((each) => hasOneOf(each, grants.scopes)) &&
    policies.every((each) => hasOneOf(each, grants.policies))
  );
}

function hasOneOf(sets: AnyOf, held: ReadonlySet<string>): boolean {
  return sets.some((set) => set.every((name) => held.has(name)));
}

/** Both requirements in one. */
export function both(one: Requirement | undefined, other: Requirement | undefined): Requirement | undefined {
  if (!one || !other) return one ?? other;
  return {
    authenticated: one.authenticated || other.authenticated,
    scopes: [...one.scopes, ...other.scopes],
    policies: [...one.policies, ...other.policies],
  };
}
