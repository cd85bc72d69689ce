import { type ClientBase, escapeIdentifier } from 'pg';
import { type Assignments, sameKey } from './assignments.js';

/** Child rows of an imported row in another table. After the import they are exactly those that the file names. */
export interface ChildRows {
  readonly table: string;
  /** The items of each staged row, in SQL: `unnest(s.kinds) as item`. */
  readonly each: string;
  /** The child's columns, each an expression over its parent `t`, the staged row `s` and what `each` names. None is unknown, and together with the parent they are unique. */
  readonly columns: Assignments;
  /** Which children belong to a parent: their columns that name it, each an expression over the parent `t`. */
  readonly parent: Assignments;
  /** Columns that only a new child gets. */
  readonly insertOnly?: Assignments;
}

/** Deletes the children that the file no longer names, inserts the new ones, and notes the lines of both in import_changed. */
export async function replaceChildren(
  transaction: ClientBase,
  source: string,
  plan: { readonly table: string; readonly key: Assignments },
  child: ChildRows,
): Promise<void> {
  const wanted = Object.entries({ ...child.parent, ...child.columns });
  const names = wanted.map(([column]) => escapeIdentifier(column));
  await transaction.query(
    `create temporary table import_children on commit drop as
     select distinct s.line, ${wanted.map(([, expression], index) => `${expression} as ${names[index]}`).join(', ')}
     from ${source} join ${plan.table} t on ${sameKey(plan.key)} cross join lateral ${child.each}`,
  );
  await transaction.query('analyze import_children');
  const agree = names.map((name) => `c.${name} = w.${name}`).join(' and ');
  const ofParent = Object.entries(child.parent)
    .map(([column, expression]) => `c.${escapeIdentifier(column)} = ${expression}`)
    .join(' and ');
  await transaction.query(
    `with gone as (
       delete from ${child.table} c using ${source} join ${plan.table} t on ${sameKey(plan.key)}
       where ${ofParent} and not exists (select from import_children w where ${agree})
       returning s.line
     ) insert into import_changed select line from gone`,
  );
  const missing = `from import_children w where not exists (select from ${child.table} c where ${agree})`;
  await transaction.query(`insert into import_changed select w.line ${missing}`);
  const extra = Object.entries(child.insertOnly ?? {});
  await transaction.query(
    `insert into ${child.table} (${[...extra.map(([column]) => escapeIdentifier(column)), ...names].join(', ')})
     select ${[...extra.map(([, expression]) => expression), ...names.map((name) => `w.${name}`)].join(', ')} ${missing}`,
  );
  await transaction.query('drop table import_children');
}
