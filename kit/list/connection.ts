import { type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import type { Narrowing, Projection } from './projection.js';

@ObjectType({ description: 'The position of a page in its list (Relay specification).' })
@Directive('@shareable')
export class PageInfo {
  @Field({ description: 'True if more rows follow this page.' }) hasNextPage!: boolean;
  @Field({ description: 'True if there are rows before this page.' }) hasPreviousPage!: boolean;
  @Field(() => String, {
    nullable: true,
    description:
      'The cursor of the first row: pass it as `before` to get the page before this one. Null if the page is empty.',
  })
  startCursor!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the last row: pass it as `after` to get the next page. Null if the page is empty.',
  })
  endCursor!: string | null;
}

/** Whether there are rows before and after a page. */
export interface Sides {
  readonly before: boolean;
  readonly after: boolean;
}

/** The rows of one page, in the requested order. A cursor is made only when it is requested. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  cursorOf(row: Row): string;
  /** Whether there are rows between the page and the cursor (or the end of the list) that bounds it. */
  readonly more: Sides;
}

/** The source of a connection's fields. Each part is read only when it is requested. */
export interface PageSource<Row> {
  page(): Promise<Page<Row>>;
  /** Whether there are rows at or beyond the cursors that bound the page. Looked up only for the requested sides. */
  beyondCursors(): Promise<Sides>;
  count(): Promise<number>;
  /** Limits what is read to what the query needs. Call it before `page`. */
  narrow?(project: (list: Narrowing) => Projection): void;
}

/** A list while its fields are resolved. The GraphQL class from {@link connectionOf} declares its fields. */
export interface Connection<Row> {
  readonly source: PageSource<Row>;
}

/**
 * The Relay connection of a type: `<Type>Connection` and `<Type>Edge`.
 * @param plural what the rows are called in descriptions, e.g. `placements`
 */
export function connectionOf<Row extends object>(node: ClassType<Row>, name: string, plural: string) {
  @ObjectType(`${name}Edge`, { description: `One row of a page of ${plural}, with its cursor.` })
  class Edge {
    @Field({
      description:
        'The position of the row in the list, as an opaque string. Pass it as `after` or `before`, with the same `orderBy`.',
    })
    cursor!: string;
    @Field(() => node, { description: 'The row.' }) node!: Row;
  }

  @ObjectType(`${name}Connection`, {
    description: `A page of a list of ${plural} (a connection in the Relay specification).`,
  })
  class PagedList implements Connection<Row> {
    constructor(readonly source: PageSource<Row>) {}

    @Field(() => [node], { description: 'The rows of this page.' })
    async nodes(): Promise<readonly Row[]> {
      return (await this.source.page()).rows;
    }

    @Field(() => [Edge], { description: 'The rows of this page, each with its cursor.' })
    async edges(): Promise<Edge[]> {
      const page = await this.source.page();
      return page.rows.map((row) => ({
        node: row,
        get cursor() {
          return page.cursorOf(row);
        },
      }));
    }

    @Field(() => PageInfo, {
      description:
        'The position of this page in the list: its first and last cursor, and whether there are more pages.',
    })
    async pageInfo(): Promise<PageInfo> {
      const [page, beyond] = await Promise.all([this.source.page(), this.source.beyondCursors()]);
      const { rows, more } = page;
      const [first, last] = [rows[0], rows.at(-1)];
      return {
        hasNextPage: more.after || beyond.after,
        hasPreviousPage: more.before || beyond.before,
        get startCursor() {
          return first ? page.cursorOf(first) : null;
        },
        get endCursor() {
          return last ? page.cursorOf(last) : null;
        },
      };
    }

    @Field(() => Int, { description: `The number of ${plural} that match the filter, on all pages together.` })
    totalCount(): Promise<number> {
      return this.source.count();
    }
  }
  return PagedList;
}
