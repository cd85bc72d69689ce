import type { RawBuilder } from 'kysely';
import type { Table } from '../database/table.js';
import { defineEnum } from '../schema/enum.js';

/** Something that rows can be grouped by. */
export interface Dimension {
  /** The property of the stats row that carries the group's value. */
  readonly property: string;
  /** The value, as an expression over the row `r`. */
  readonly expression: (table: Table) => RawBuilder<unknown>;
  readonly description: string;
}

/** The dimensions of one kind of stats: the GraphQL enum for `groupBy`, and the SQL behind each value. */
export interface Dimensions {
  readonly values: Record<string, string>;
  readonly byName: Readonly<Record<string, Dimension>>;
}

/** Declares the enum `name` as a table of the dimensions. */
export function defineDimensions(name: string, byName: Record<string, Dimension>): Dimensions {
  const meanings = Object.fromEntries(Object.entries(byName).map(([key, { description }]) => [key, description]));
  return { values: defineEnum(name, 'The values by which you can group the rows (`groupBy`).', meanings), byName };
}
