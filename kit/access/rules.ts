import { ROLES, type Role } from '../viewer.js';

/** What each role is shown, in words: `docs/who-sees-what.md` and the descriptions of the schema are made of it. */
export type Seen = Readonly<Record<Role, string>>;

/** Who sees one field of the rows that the viewer sees. */
export interface FieldRule {
  /** To these roles the field is null with FORBIDDEN, or UNAUTHENTICATED for the public. */
  readonly closedTo: readonly Role[];
  /** What the others see, where it is not the same for all of them: a `can…` policy of the type decides, and a resolver asks it. */
  readonly seen?: Seen;
}

/** Who sees what of one type, as one subgraph serves it. */
export interface AccessRules {
  readonly typeName: string;
  /** Which rows each role sees; the tables' policies hold it. Absent where everybody sees all of them. */
  readonly rows?: Seen;
  /** A restricted type (one with `rows`) names every field; an open one only those that are not open. */
  readonly fields: Readonly<Record<string, FieldRule>>;
}

/** The field is seen by whoever sees the row. */
export const WITH_ROW: FieldRule = { closedTo: [] };

/** The field is open to these roles and closed to the others. */
export function openTo(...roles: readonly Role[]): FieldRule {
  return { closedTo: ROLES.filter((role) => !roles.includes(role)) };
}

/** To whom a field is open. */
export function openRoles({ closedTo }: FieldRule): Role[] {
  return ROLES.filter((role) => !closedTo.includes(role));
}

/** Each role is shown something else; `closedTo` are refused before the resolver is asked. */
export function seenAs(seen: Seen, ...closedTo: readonly Role[]): FieldRule {
  return { closedTo, seen };
}

/** A type whose rows everybody sees; `fields` are those of its fields that are not open to all, or that lead to restricted rows. */
export function openType(typeName: string, fields: Record<string, FieldRule> = {}): AccessRules {
  return { typeName, fields };
}

/** A type whose rows are not for everybody. Every one of its fields is named. */
export function restrictedType(typeName: string, rows: Seen, fields: Record<string, FieldRule>): AccessRules {
  return { typeName, rows, fields };
}

/** Many fields under one rule. */
export function each(rule: FieldRule, ...names: readonly string[]): Record<string, FieldRule> {
  return Object.fromEntries(names.map((name) => [name, rule]));
}
