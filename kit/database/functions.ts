import pg from 'pg';

/** A function in a subgraph's schema that sees more rows than its caller, and returns only aggregates. */
export interface DatabaseFunction {
  /** Its name with its schema and the types of its arguments. */
  readonly signature: string;
  /** The tables that it reads, with their schema. */
  readonly reads: readonly string[];
  /** `create or replace function …`, without an end. */
  readonly text: string;
}

/** The role that sees every row of the aggregated tables. It cannot log in: only these functions run as it. */
export const STATS_ROLE = 'hub_stats';

/** The tables that functions read. */
export function tablesOf(functions: readonly DatabaseFunction[]): string[] {
  return [...new Set(functions.flatMap(({ reads }) => reads))];
}

/**
 * The statements that make a schema's functions what the code says. They are for one transaction: until it commits, requests call the
 * functions from before. The functions go to a role that may read the tables in question and nothing else; the migrating role is a
 * member of it.
 */
export function functionsOf(schema: string, functions: readonly DatabaseFunction[], applicationRole: string): string[] {
  if (functions.length === 0) return [];
  const grantee = pg.escapeIdentifier(applicationRole);
  return [
    // A function's new owner must be allowed to create in its schema; it keeps that for no longer than this transaction.
    `grant usage, create on schema ${schema} to ${STATS_ROLE}`,
    ...tablesOf(functions).map((table) => `grant select on ${table} to ${STATS_ROLE}`),
    ...functions.flatMap(({ signature, text }) => [
      text,
      `revoke all on function ${signature} from public`,
      `grant execute on function ${signature} to ${grantee}`,
      `alter function ${signature} owner to ${STATS_ROLE}`,
    ]),
    `revoke create on schema ${schema} from ${STATS_ROLE}`,
  ];
}
