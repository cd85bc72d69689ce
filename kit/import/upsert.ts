import { type ClientBase, escapeIdentifier } from 'pg';
import { type Assignments, sameKey } from './assignments.js';
import { type ChildRows, replaceChildren } from './child-rows.js';
import type { MergeCounts, StagedFile } from './definition.js';

/** How staged rows become rows of a table. */
export interface Upsert {
  /** The table, with its schema: `people.placement`. */
  readonly table: string;
  /** The key of a row: unique in the table, and never unknown. */
  readonly key: Assignments;
  /** The values from the file. A row is updated if one of them differs. */
  readonly columns: Assignments;
  /** Values that only a new row gets: an id, the time of recording. */
  readonly insertOnly?: Assignments;
  /** Values that a row also gets when it is updated: the time of the update. */
  readonly onUpdate?: Assignments;
  /** Joins to the staged row `s`: `join people.person p on p.reference = s.person`. Must keep exactly one row for each. */
  readonly join?: string;
  /** Rows of other tables that hang on it, such as the items of a list. A change of them counts as an update of the row. */
  readonly children?: readonly ChildRows[];
}

/** Inserts the rows that are not there and updates those that differ, each in one statement. */
export async function upsert({ transaction, staging, rows }: StagedFile, plan: Upsert): Promise<MergeCounts> {
  const source = `${staging} s ${plan.join ?? ''}`;
  const children = plan.children ?? [];
  if (children.length > 0) await noteExisting(transaction, source, plan);
  // First the update: an insert before it would make it look at every new row again.
  let updated = await updateChanged(transaction, source, plan, children.length > 0);
  const inserted = await insertMissing(transaction, source, plan);
  if (children.length > 0) {
    for (const child of children) await replaceChildren(transaction, source, plan, child);
    updated = await countChanged(transaction);
  }
  return { inserted, updated, unchanged: rows - inserted - updated };
}

async function updateChanged(
  transaction: ClientBase,
  source: string,
  plan: Upsert,
  noteLines: boolean,
): Promise<number> {
  const columns = Object.entries(plan.columns);
  if (columns.length === 0) return 0;
  const assignments = [...columns, ...Object.entries(plan.onUpdate ?? {})];
  const update = `update ${plan.table} t set ${assignments.map(([column, expression]) => `${escapeIdentifier(column)} = ${expression}`).join(', ')}
    from ${source}
    where ${sameKey(plan.key)} and (${columns.map(([column, expression]) => `t.${escapeIdentifier(column)} is distinct from ${expression}`).join(' or ')})`;
  const sql = noteLines
    ? `with changed as (${update} returning s.line) insert into import_changed select line from changed`
    : update;
  return (await transaction.query(sql)).rowCount ?? 0;
}

async function insertMissing(transaction: ClientBase, source: string, plan: Upsert): Promise<number> {
  const assignments = Object.entries({ ...plan.insertOnly, ...plan.key, ...plan.columns });
  const { rowCount } = await transaction.query(
    `insert into ${plan.table} (${assignments.map(([column]) => escapeIdentifier(column)).join(', ')})
     select ${assignments.map(([, expression]) => expression).join(', ')}
     from ${source}
     where not exists (select from ${plan.table} t where ${sameKey(plan.key)})`,
  );
  return rowCount ?? 0;
}

async function noteExisting(transaction: ClientBase, source: string, plan: Upsert): Promise<void> {
  await transaction.query(`
    create temporary table import_changed (line integer) on commit drop;
    create temporary table import_existing on commit drop as
      select s.line from ${source} where exists (select from ${plan.table} t where ${sameKey(plan.key)})`);
}

/** The rows that were there before and changed, themselves or in a child. */
async function countChanged(transaction: ClientBase): Promise<number> {
  const { rows } = await transaction.query<{ changed: number }>(
    'select count(distinct line)::integer as changed from import_changed join import_existing using (line)',
  );
  await transaction.query('drop table import_changed, import_existing');
  return rows[0]?.changed ?? 0;
}
