/**
 * An answer in a form in which equal answers look equal: the order of keys does not matter, and neither does that of groups, which
 * nobody asked to be sorted, nor the zeros at the end of a decimal number.
 */
export function canonical(value, key = '') {
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item));
    return key.endsWith('Stats') ? items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : items;
  }
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([name, each]) => [name, canonical(each, name)]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Where two canonical answers differ first, in words; undefined where they are the same. */
export function difference(expected, actual, path = '') {
  if (Object.is(expected, actual)) return undefined;
  if (isObject(expected) && isObject(actual)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      const found = difference(expected[key], actual[key], `${path}.${key}`);
      if (found) return found;
    }
    return undefined;
  }
  return `${path.slice(1)}: ${show(expected)} against ${show(actual)}`;
}

const isObject = (value) => value !== null && typeof value === 'object';
const show = (value) => (JSON.stringify(value) ?? 'nothing').slice(0, 200);
