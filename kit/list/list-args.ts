import { ArgsType, Field, Int } from 'type-graphql';
import { BadUserInputError } from '../errors.js';
import type { Filter, FilterValue } from './filter.js';
import type { Order, OrderTerm } from './order.js';

export const MAXIMUM_PAGE = 100;
export const DEFAULT_PAGE = 20;

/** The arguments that every list takes. */
export interface ListArgs {
  filter?: FilterValue | null;
  orderBy?: OrderTerm[] | null;
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** The GraphQL arguments of a list with this filter and order, as an ArgsType that you can use or extend. */
export function listArgs(filter: Filter, order: Order): new () => ListArgs {
  const nullable = { nullable: true };

  @ArgsType()
  class Args implements ListArgs {
    @Field(() => filter.input, {
      ...nullable,
      description: 'Selects rows. Without it, the list has all rows that you may see.',
    })
    filter?: FilterValue;
    @Field(() => [order.input], {
      ...nullable,
      description:
        'Sorts the rows, by the most important field first. Rows that are equal in all these fields keep a fixed order. Without it, the list has the default order.',
    })
    orderBy?: OrderTerm[];
    @Field(() => Int, {
      ...nullable,
      description:
        'The number of rows to return from the start of the list, from 0 to 100. If you give neither `first` nor `last`, you get the first 20.',
    })
    first?: number;
    @Field(() => String, {
      ...nullable,
      description: 'Returns only rows after this cursor. For the next page, pass the `endCursor` of this one.',
    })
    after?: string;
    @Field(() => Int, {
      ...nullable,
      description:
        'The number of rows to return from the end of the list, from 0 to 100. You cannot combine it with `first`.',
    })
    last?: number;
    @Field(() => String, {
      ...nullable,
      description: 'Returns only rows before this cursor. For the page before, pass the `startCursor` of this one.',
    })
    before?: string;
  }
  return Args;
}

/** How many rows to read, and from which end of the list. */
export interface Window {
  readonly size: number;
  readonly backward: boolean;
}

/** @throws BadUserInputError if `first` or `last` is out of bounds, or if both are given */
export function readWindow({ first, last }: ListArgs): Window {
  if (first != null && last != null) throw new BadUserInputError('last', 'cannot be combined with first');
  checkSize('first', first);
  checkSize('last', last);
  return { size: first ?? last ?? DEFAULT_PAGE, backward: last != null };
}

function checkSize(argument: 'first' | 'last', size: number | null | undefined) {
  if (size != null && (size < 0 || size > MAXIMUM_PAGE)) {
    throw new BadUserInputError(argument, `must be between 0 and ${MAXIMUM_PAGE}`);
  }
}
