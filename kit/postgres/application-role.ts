/** The parameter of a connection URL that names the role of its transactions. It stays in this process: PostgreSQL never gets it. */
const PARAMETER = 'hub_role';

/** The role as which requests work on a connection: the one that the hub chose, the one that the URL's own options set, or its user. */
export function roleOf(url: string): string {
  const { username, searchParams } = new URL(url);
  const chosen = searchParams.get(PARAMETER) ?? /(?:^|\s)-c role=(\w+)/.exec(searchParams.get('options') ?? '')?.[1];
  return chosen ?? decodeURIComponent(username);
}

/**
 * The same connection, whose requests work as another role. Each transaction takes the role on by itself (`begin.ts`): what is said once,
 * when a connection opens, gets lost behind a pooler.
 */
export function withRole(url: string, role: string): string {
  const other = new URL(url);
  other.searchParams.set(PARAMETER, role);
  return other.href;
}
