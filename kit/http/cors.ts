const LOOPBACK = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Lets a page of an allowed origin read answers. Pages of this machine always are: that is where frontend teams develop. Others
 * have to be named, because what the hub shows on the loopback is for whoever sits at the machine, not for every page they open.
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
