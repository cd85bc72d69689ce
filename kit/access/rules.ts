import { ROLES, type Role } from '../viewer.js';

/** What each role sees, in words. `docs/who-sees-what.md` and the descriptions of the schema are generated from it. */
export type Seen = Readonly<Record<Role, string>>;

/** Who sees one field, of the rows that they see. */
export interface FieldRule {
  /** For these roles the field is null with FORBIDDEN, or UNAUTHENTICATED for the public. */
  readonly closedTo: readonly Role[];
  /** What the other roles see, if they do not all see the same. A `can…` function of the type's policy decides, and a resolver calls it. */
  readonly seen?: Seen;
}

/** The access rules of one type in one subgraph. */
export interface AccessRules {
  readonly typeName: string;
  /** Which rows each role sees. The row policies of the tables enforce it. Absent if everybody sees all rows. */
  readonly rows?: Seen;
  /** A restricted type (one with `rows`) names every field. An open type names only the fields that are not open. */
  readonly fields: Readonly<Record<string, FieldRule>>;
}

/** Everybody who sees the row sees the field. */
export const WITH_ROW: FieldRule = { closedTo: [] };

/** The field is open to these roles and closed to the others. */
export function openTo(...roles: readonly Role[]): FieldRule {
  return { closedTo: ROLES.filter((role) => !roles.includes(role)) };
}

/** The roles to which a field is open. */
export function openRoles({ closedTo }: FieldRule): Role[] {
  return ROLES.filter((role) => !closedTo.includes(role));
}

/** Roles see different things. The roles in `closedTo` are refused before the resolver runs. */
export function seenAs(seen: Seen, ...closedTo: readonly Role[]): FieldRule {
  return { closedTo, seen };
}

/** A type whose rows everybody sees. `fields` names the fields that are not open to everybody or that lead to restricted rows. */
export function openType(typeName: string, fields: Record<string, FieldRule> = {}): AccessRules {
  return { typeName, fields };
}

/** A type whose rows not everybody sees. It names every field. */
export function restrictedType(typeName: string, rows: Seen, fields: Record<string, FieldRule>): AccessRules {
  return { typeName, rows, fields };
}

/** The same rule for several fields. */
export function each(rule: FieldRule, ...names: readonly string[]): Record<string, FieldRule> {
  return Object.fromEntries(names.map((name) => [name, rule]));
}
