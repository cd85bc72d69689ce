import type { PolicyDef } from '@mikro-orm/core';
import type { Role } from '../viewer.js';

/** The viewer's role, from the session. Empty outside of a request. In a subquery it is read once for each statement. */
export const VIEWER_ROLE = `(select current_setting('hub.role', true))`;

/** The slug of the viewer's company. PostgreSQL leaves an empty text where a transaction had set one, and that is nobody's slug. */
export const VIEWER_COMPANY = `(select nullif(current_setting('hub.company', true), ''))`;

/** Who, by the identity provider's name. */
export const VIEWER_SUBJECT = `(select nullif(current_setting('hub.subject', true), ''))`;

/**
 * A condition for each role that sees any rows. Other roles, and readers outside of a request, see none. It is written as a `case`, because
 * PostgreSQL would expect an `or` to match hardly any row, and would sort the whole table for the first page.
 */
export function seenBy(conditions: Partial<Record<Exclude<Role, 'PUBLIC'>, string>>, others = 'false'): string {
  const cases = Object.entries(conditions).map(([role, condition]) => `when '${role}' then ${condition}`);
  return `case ${VIEWER_ROLE} ${cases.join(' ')} else ${others} end`;
}

export interface RowPolicies {
  /** Which rows the viewer of the session sees, as a condition on the columns. */
  readonly seen: string;
  /** Which rows a request may add; without it, none. */
  readonly added?: string;
  /** Whether functions of `hub_stats` count over all rows. */
  readonly counted?: boolean;
}

/**
 * Row-level security of a table. PostgreSQL itself decides which rows the application can see and add, for every statement. The policies also
 * apply to the owner of the table. The owner has its own policy, so migrations and imports reach every row.
 */
export function rowPolicies({ seen, added, counted = false }: RowPolicies) {
  const policies: PolicyDef[] = [
    { name: 'viewer_sees', command: 'select', using: seen },
    { name: 'owner_works', command: 'all', roles: ['hub_owner'], using: 'true', check: 'true' },
  ];
  if (added) policies.push({ name: 'viewer_adds', command: 'insert', check: added });
  if (counted) policies.push({ name: 'stats_count', command: 'select', roles: ['hub_stats'], using: 'true' });
  return { policies, rowLevelSecurity: 'force' as const };
}
