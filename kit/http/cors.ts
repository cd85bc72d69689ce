const LOOPBACK = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Lets pages of allowed origins read answers. Pages of this machine are always allowed, because frontend teams develop there. Other origins
 * must be named: data on the loopback address is for the person at the machine, not for every page that they open.
 * @param allowed origins such as `https://portal.example`, or `*` for any
 */
export function corsHeaders(origin: string | undefined, allowed: readonly string[]): Record<string, string> {
  if (origin === undefined) return {};
  const admitted = LOOPBACK.test(origin) || allowed.includes('*') || allowed.includes(origin);
  if (!admitted) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'x-request-id, www-authenticate',
  };
}
