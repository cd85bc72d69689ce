import type { RawBuilder } from 'kysely';
import type { Connection, PageSource } from './connection.js';
import type { Filter } from './filter.js';
import type { Order, OrderTerm } from './order.js';
import type { Narrowing } from './projection.js';

/** A list of rows of one table: what it can be filtered and sorted by, and the GraphQL class of its pages. */
export interface ListDefinition<Row> extends Narrowing {
  /** Which rows the list has, where the table has others too: those for which one of these holds. */
  readonly where?: readonly RawBuilder<unknown>[] | undefined;
  readonly filter: Filter;
  readonly order: Order;
  readonly defaultOrder: readonly OrderTerm[];
  readonly connection: new (source: PageSource<Row>) => Connection<Row>;
}

/**
 * Which rows belong to a parent, as conditions on the row `r` and the parent's key of which one must hold. An index serves each of
 * them, and none would serve them all.
 */
export type BelongsTo = (parentKey: RawBuilder<unknown>) => readonly RawBuilder<unknown>[];
