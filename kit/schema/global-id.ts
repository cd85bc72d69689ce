/** The id that clients see. It is derived from the type and its natural key, so nothing has to store it. */
export function globalId(type: string, key: string): string {
  return Buffer.from(`${type}:${key}`).toString('base64url');
}

/** The type and key of an id, or null if it is not one of ours. A key with a NUL character is never one: PostgreSQL would refuse it. */
export function parseGlobalId(id: string): { type: string; key: string } | null {
  const text = Buffer.from(id, 'base64url').toString();
  const [, type, key] = /^([A-Za-z]+):([^\0]+)$/.exec(text) ?? [];
  return type && key && globalId(type, key) === id ? { type, key } : null;
}

/** The natural key of an id of this type. Null if the id has another type or is not one of ours. */
export function keyOfGlobalId(type: string, id: string): string | null {
  const parsed = parseGlobalId(id);
  return parsed?.type === type ? parsed.key : null;
}
