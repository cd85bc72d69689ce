import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** How many statements are kept prepared; an application has some hundred shapes of questions, and the rest are asked once. */
const PREPARED = 500;

const UNNAMED = '';

/** The names under which PostgreSQL keeps statements parsed and planned. A statement is worth one when it comes a second time. */
const names = new LRUCache<string, string>({ max: PREPARED });

/** The name to send a statement under; undefined for one that has not come before, which is parsed and forgotten. */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known === undefined) names.set(text, UNNAMED);
  if (known !== UNNAMED) return known;
  const name = `hub_${createHash('sha1').update(text).digest('base64url')}`;
  names.set(text, name);
  return name;
}
