import { type ClientBase, escapeIdentifier } from 'pg';
import { type Choice, Choices } from './choices.js';
import type { LocalReference } from './reference.js';

const MOST_ROWS = 10_000;

/** What a column that names rows of an own table may have meant by these texts: one statement for all of them. */
export async function localChoices(
  transaction: ClientBase,
  { table, key, names }: LocalReference<string>,
  texts: readonly string[],
): Promise<Choices> {
  const column = escapeIdentifier(key);
  const { rows } = names
    ? await transaction.query<Choice>(
        `select ${column} as key, array_remove(array[${names.map(escapeIdentifier).join(', ')}], null) as names
         from ${table} order by 1 limit ${MOST_ROWS}`,
      )
    : await transaction.query<Choice>(
        `select ${column} as key, '{}'::text[] as names from ${table}
         where regexp_replace(lower(${column}), '${NOT_BARE}', '', 'g') = any($1) order by 1 limit ${MOST_ROWS}`,
        [texts.map(bare)],
      );
  return new Choices(rows);
}

/** What is taken off a reference to compare it: punctuation and leading zeros. Millions of rows have no other name to be found by. */
const NOT_BARE = '[^a-z0-9]+|(?<![0-9])0+(?=[0-9])';

function bare(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(new RegExp(NOT_BARE, 'g'), '');
}
