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

/** The GraphQL arguments of a list with this filter and order; an ArgsType to use or to extend. */
export function listArgs(filter: Filter, order: Order): new () => ListArgs {
  const nullable = { nullable: true };

  @ArgsType()
  class Args implements ListArgs {
    @Field(() => filter.input, { ...nullable, description: 'Which rows; without it, all.' })
    filter?: FilterValue;
    @Field(() => [order.input], { ...nullable, description: 'The sort order, most significant first; ids break ties.' })
    orderBy?: OrderTerm[];
    @Field(() => Int, {
      ...nullable,
      description: 'How many rows from the front, 0 to 100; 20 where neither first nor last is given.',
    })
    first?: number;
    @Field(() => String, { ...nullable, description: 'Only rows after this cursor.' })
    after?: string;
    @Field(() => Int, { ...nullable, description: 'How many rows from the end, 0 to 100; not together with first.' })
    last?: number;
    @Field(() => String, { ...nullable, description: 'Only rows before this cursor.' })
    before?: string;
  }
  return Args;
}

/** How many rows to read and from which end. */
export interface Window {
  readonly size: number;
  readonly backward: boolean;
}

/** @throws BadUserInputError where first or last is out of bounds or both are given */
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
