import type { RawBuilder } from 'kysely';
import type { Connection, PageSource } from './connection.js';
import type { Filter } from './filter.js';
import type { Order, OrderTerm } from './order.js';
import type { Narrowing } from './projection.js';

/** A list of rows of one table: its filter, its sort orders, and the GraphQL class of its pages. */
export interface ListDefinition<Row> extends Narrowing {
  /** Which rows of the table belong to the list. Absent if all do. */
  readonly where?: Where | undefined;
  readonly filter: Filter;
  readonly order: Order;
  readonly defaultOrder: readonly OrderTerm[];
  readonly connection: new (source: PageSource<Row>) => Connection<Row>;
}

/** A part of a table's rows: those that match one of these conditions on the row `r`. */
export interface Where {
  readonly anyOf: readonly RawBuilder<unknown>[];
  /** Whether the best plan for these rows depends on the viewer, even in the default order of the list. */
  readonly plannedAnew?: boolean;
}

/** The conditions of the rows that belong to a parent: one of them must match. An index should serve each of them in the default order of the list. */
export type BelongsTo = (parentKey: RawBuilder<unknown>) => readonly RawBuilder<unknown>[];
