/** The role as which a connection works: the one that its options set, or its user. */
export function roleOf(url: string): string {
  const { username, searchParams } = new URL(url);
  return /(?:^|\s)-c role=(\w+)/.exec(searchParams.get('options') ?? '')?.[1] ?? decodeURIComponent(username);
}

/** The same connection, which works as another role from its first statement on. */
export function withRole(url: string, role: string): string {
  const other = new URL(url);
  other.searchParams.set('options', `-c role=${role}`);
  return other.href;
}
