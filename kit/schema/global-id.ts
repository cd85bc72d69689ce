/** The id that clients see: opaque to them, derived from the type and its natural key, so that nothing else need store it. */
export function globalId(type: string, key: string): string {
  return Buffer.from(`${type}:${key}`).toString('base64url');
}

/** The type and key behind an id, or null where it is not one of ours. No key holds a NUL, which PostgreSQL cannot be asked for. */
export function parseGlobalId(id: string): { type: string; key: string } | null {
  const text = Buffer.from(id, 'base64url').toString();
  const [, type, key] = /^([A-Za-z]+):([^\0]+)$/.exec(text) ?? [];
  return type && key && globalId(type, key) === id ? { type, key } : null;
}

/** The natural key behind an id of one type; null where the id is of another type or not one of ours. */
export function keyOfGlobalId(type: string, id: string): string | null {
  const parsed = parseGlobalId(id);
  return parsed?.type === type ? parsed.key : null;
}
