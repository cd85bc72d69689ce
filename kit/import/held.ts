import { escapeIdentifier } from 'pg';
import type { ImportDefinition } from './definition.js';

/** Where the hub keeps what a file's rows say: the rows `t` of a table, and what each column of the file is called there. */
export interface Held<Name extends string = string> {
  /** The table `t` and what is joined to it: `people.placement t join people.person p on p.pk = t.person_pk`. */
  readonly from: string;
  /** What is not simply called as in the file, each an expression over `from` and the staged row `s`: `{ sector: 't.sector_code' }`. */
  readonly columns?: Partial<Readonly<Record<Name, string>>>;
  /** Which row `t` a staged row `s` means, where the columns of the key do not tell. */
  readonly on?: string;
}

/** What the hub holds in a column, in SQL over {@link joinHeld}. */
export function heldColumn({ held }: ImportDefinition, column: string): string {
  return held.columns?.[column] ?? `t.${escapeIdentifier(column)}`;
}

/** The join of staged rows `s` to the rows that the hub holds, for `from`. */
export function joinHeld(definition: ImportDefinition, staging: string, join: 'join' | 'left join' = 'join'): string {
  const { held, key } = definition;
  const sameKey = key.map((column) => `${heldColumn(definition, column)} = s.${escapeIdentifier(column)}`);
  return `${staging} s ${join} ${held.from} on ${held.on ?? sameKey.join(' and ')}`;
}

/** A list that the hub keeps in rows of another table, as the file writes it: in the order of the staged list, so that only another set of items differs. */
export function heldList({ column, rows, item }: { column: string; rows: string; item: string }): string {
  const staged = `s.${escapeIdentifier(column)}`;
  return `(select array_agg(${item} order by array_position(${staged}, ${item}), ${item}) from ${rows})`;
}
