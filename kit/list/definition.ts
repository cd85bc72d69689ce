import type { RawBuilder } from 'kysely';
import type { Connection, PageSource } from './connection.js';
import type { Filter } from './filter.js';
import type { Order, OrderTerm } from './order.js';
import type { Narrowing } from './projection.js';

/** A list of rows of one table: what it can be filtered and sorted by, and the GraphQL class of its pages. */
export interface ListDefinition<Row> extends Narrowing {
  /** Which rows the list has, where the table has others too. */
  readonly where?: Where | undefined;
  readonly filter: Filter;
  readonly order: Order;
  readonly defaultOrder: readonly OrderTerm[];
  readonly connection: new (source: PageSource<Row>) => Connection<Row>;
}

/** Some of a table's rows: those for which one of these conditions on the row `r` holds. */
export interface Where {
  readonly anyOf: readonly RawBuilder<unknown>[];
  /** Whether it depends on the viewer how they are best found, in the list's default order too. */
  readonly plannedAnew?: boolean;
}

/** Which rows belong to a parent: one of these must hold. In the list's default order an index should serve each. */
export type BelongsTo = (parentKey: RawBuilder<unknown>) => readonly RawBuilder<unknown>[];
