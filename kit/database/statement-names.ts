import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** How many prepared statements are kept. An application has a few hundred kinds of queries; others are sent only once. */
const PREPARED = 500;

const UNNAMED = '';

/** The names of prepared statements. A statement gets one when it is sent the second time. */
const names = new LRUCache<string, string>({ max: PREPARED });

/** The name of a prepared statement. Undefined for a statement that is sent the first time: it is parsed and forgotten. */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known === undefined) names.set(text, UNNAMED);
  if (known !== UNNAMED) return known;
  const name = `hub_${createHash('sha1').update(text).digest('base64url')}`;
  names.set(text, name);
  return name;
}
