/** Cuts a text to a maximum number of characters. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

/** A value as messages quote it, in about so many characters. Its cost depends on these, not on the size of the value. */
export function quote(value: unknown, length: number): string {
  if (length <= 0) return '…';
  if (typeof value === 'string') return JSON.stringify(shorten(value, length));
  if (Array.isArray(value)) return `[${join(value.values(), (item, rest) => quote(item, rest), length)}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const written = join(Object.keys(value).values(), (key, rest) => quoteField(value, key, rest), length);
  return written ? `{ ${written} }` : '{}';
}

function quoteField(value: object, key: string, length: number): string {
  const name = shorten(key, length);
  return `${name}: ${quote(Reflect.get(value, key), length - name.length)}`;
}

function join<T>(items: Iterable<T>, write: (item: T, length: number) => string, length: number): string {
  let written = '';
  for (const item of items) {
    if (written.length >= length) return `${written}, …`;
    written += (written && ', ') + write(item, length - written.length);
  }
  return written;
}
