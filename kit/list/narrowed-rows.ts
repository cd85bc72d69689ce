import { type RawBuilder, sql } from 'kysely';
import type { Table } from '../database/table.js';
import { remember } from '../execution/remember.js';
import type { Along, Narrowing, Projection } from './projection.js';

/** Parts of a statement that names its table `r`. */
interface Narrowed {
  readonly selection: RawBuilder<unknown>;
  readonly joins: RawBuilder<unknown>;
}

/** A projection lives as long as the document that it is of. */
const known = new WeakMap<Projection, Map<Table, Narrowed>>();

/** What a statement selects for a projection, and what it joins for it. */
export function narrowed(rows: Narrowing, projection: Projection): Narrowed {
  const byTable = remember(known, projection, () => new Map<Table, Narrowed>());
  return remember(byTable, rows.table, () => ({
    selection: selection(rows, projection),
    joins: joins(rows, projection),
  }));
}

function selection({ table, along }: Narrowing, projection: Projection): RawBuilder<unknown> {
  const columns = [table.select(projection.properties)];
  for (const [name, properties] of Object.entries(projection.along)) {
    columns.push((along?.[name] as Along).table.select(properties, name));
  }
  return sql.join(columns);
}

function joins({ table, along }: Narrowing, projection: Projection): RawBuilder<unknown> {
  const each = Object.keys(projection.along).map((name) => {
    const other = along?.[name] as Along;
    return sql`left join ${other.table.name} ${sql.id(name)} on ${sql.id(name)}.pk = ${table.column(other.by)}`;
  });
  return sql.join(each, sql` `);
}

/** Turns joined columns into separate rows. Null if no row was found. */
export function setApart(rows: readonly object[], { along }: Projection): void {
  for (const name of Object.keys(along)) {
    const prefix = `${name}.`;
    const columns = Object.keys(rows[0] ?? {}).filter((column) => column.startsWith(prefix));
    const properties = columns.map((column) => [column, column.slice(prefix.length)] as const);
    for (const row of rows as Record<string, unknown>[]) {
      const other: Record<string, unknown> = {};
      for (const [column, property] of properties) other[property] = row[column];
      row[name] = other.pk === null ? null : other;
    }
  }
}
