import { type ClientBase, escapeIdentifier, escapeLiteral } from 'pg';
import type { ImportDefinition } from './definition.js';
import { addFound, FOUND_LIMIT, type FoundProblem } from './found.js';
import type { ProblemList } from './problem.js';
import type { EntityLookup, ForeignReference, LocalReference, Reference } from './reference.js';
import { STAGING } from './staging.js';

const BATCH_SIZE = 1_000;

/** Finds every cell that names what does not exist. */
export async function checkReferences(
  transaction: ClientBase,
  definition: ImportDefinition,
  lookup: EntityLookup | undefined,
  valuesOf: (column: string) => readonly string[] | undefined,
  problems: ProblemList,
): Promise<void> {
  for (const reference of definition.references ?? []) {
    const keys = keysOf(definition, reference);
    const found =
      'table' in reference
        ? await unknownLocally(transaction, reference, keys)
        : await unknownAbroad(transaction, reference, keys, lookupOf(definition, lookup), valuesOf(reference.column));
    addFound(problems, reference.column, found);
  }
}

function lookupOf({ kind }: ImportDefinition, lookup: EntityLookup | undefined): EntityLookup {
  if (!lookup) throw new Error(`The import of ${kind} refers to another subgraph and was given no way to ask it`);
  return lookup;
}

/** A select of `line` and `key`, one row for each key that a cell names. */
function keysOf(definition: ImportDefinition, { column, keyBefore }: Reference): string {
  const isList = definition.columns[column]?.cell.sqlType.endsWith('[]');
  const cell = `s.${escapeIdentifier(column)}`;
  const items = isList ? `${STAGING} s cross join unnest(${cell}) as item` : `${STAGING} s`;
  const item = isList ? 'item' : cell;
  const key = keyBefore ? `split_part(${item}, ${escapeLiteral(keyBefore)}, 1)` : item;
  return `select s.line, ${key} as key from ${items} where ${cell} is not null`;
}

async function unknownLocally(
  transaction: ClientBase,
  reference: LocalReference<string>,
  keys: string,
): Promise<FoundProblem[]> {
  const { rows } = await transaction.query<FoundProblem>(
    `select k.line, k.key as value, $1 as message, true as unknown, count(*) over ()::integer as total
     from (${keys}) k
     where not exists (select from ${reference.table} t where t.${escapeIdentifier(reference.key)} = k.key)
     order by k.line limit ${FOUND_LIMIT}`,
    [`must be the ${reference.key} of ${reference.what} that the hub knows`],
  );
  return rows;
}

async function unknownAbroad(
  transaction: ClientBase,
  reference: ForeignReference<string>,
  keys: string,
  lookup: EntityLookup,
  known: readonly string[] | undefined,
): Promise<FoundProblem[]> {
  await transaction.query('create temporary table import_refused (key text, message text) on commit drop');
  let refused = 0;
  for await (const batch of known ? batchesOf(known) : distinctKeys(transaction, keys)) {
    refused += await noteRefused(transaction, reference, batch, lookup);
  }
  const { rows } =
    refused === 0
      ? { rows: [] }
      : await transaction.query<FoundProblem>(
          `select k.line, k.key as value, coalesce(r.message, $1) as message, r.message is null as unknown, count(*) over ()::integer as total
           from import_refused r join (${keys}) k using (key) order by k.line limit ${FOUND_LIMIT}`,
          [unknownMessage(reference)],
        );
  await transaction.query('drop table import_refused');
  return rows;
}

function* batchesOf(known: readonly string[]): Generator<string[]> {
  for (let start = 0; start < known.length; start += BATCH_SIZE) yield known.slice(start, start + BATCH_SIZE);
}

async function* distinctKeys(transaction: ClientBase, keys: string): AsyncGenerator<string[]> {
  await transaction.query(`declare import_keys no scroll cursor for select distinct key from (${keys}) k`);
  for (;;) {
    const { rows } = await transaction.query<{ key: string }>(`fetch ${BATCH_SIZE} from import_keys`);
    if (rows.length > 0) yield rows.map(({ key }) => key);
    if (rows.length < BATCH_SIZE) break;
  }
  await transaction.query('close import_keys');
}

function unknownMessage({ typeName, key }: ForeignReference<string>): string {
  return `must be the ${key} of a ${typeName.replace(/(?<!^)[A-Z]/g, ' $&').toLowerCase()} that the hub knows`;
}

/** Notes the keys that cannot be meant, each with the reason, or with none where nothing has the key. */
async function noteRefused(
  transaction: ClientBase,
  { typeName, key, refuses }: ForeignReference<string>,
  keys: string[],
  lookup: EntityLookup,
): Promise<number> {
  const entities = await lookup(typeName, key, keys, refuses?.fields ?? key);
  const refused: { readonly key: string; readonly message: string | null }[] = [];
  for (const [index, each] of keys.entries()) {
    const entity = entities[index];
    const message = entity ? refuses?.problem(entity) : null;
    if (message !== undefined) refused.push({ key: each, message });
  }
  if (refused.length === 0) return 0;
  await transaction.query('insert into import_refused select * from unnest($1::text[], $2::text[])', [
    refused.map((each) => each.key),
    refused.map((each) => each.message),
  ]);
  return refused.length;
}
