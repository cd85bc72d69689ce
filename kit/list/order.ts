import { Field, InputType } from 'type-graphql';
import { defineEnum, type EnumValue } from '../schema/enum.js';

export const Direction = defineEnum(
  'OrderDirection',
  'Which way a list is sorted. Rows without a value come last in both.',
  {
    ASC: 'Smallest, earliest or first of the alphabet first.',
    DESC: 'Largest, latest or last of the alphabet first.',
  },
);
export type Direction = EnumValue<typeof Direction>;

/** The types of columns that a list can be sorted by; a cursor carries their values as text and casts them back. */
export type SortType = 'text' | 'date' | 'integer' | 'numeric' | 'timestamptz';

export interface OrderField {
  readonly property: string;
  readonly type: SortType;
  readonly description: string;
}

export interface OrderTerm {
  readonly field: string;
  readonly direction: Direction;
}

/** What a list may be sorted by: the GraphQL input `<Type>Order { field direction }` and the columns behind it. */
export interface Order {
  readonly input: new () => OrderTerm;
  readonly fields: Readonly<Record<string, OrderField>>;
}

/** Declares the order input `name` as a table of its fields. */
export function defineOrder(name: string, fields: Record<string, OrderField>): Order {
  const meanings = Object.fromEntries(Object.entries(fields).map(([key, { description }]) => [key, description]));
  const OrderFields = defineEnum(`${name}Field`, `What ${name} can sort by.`, meanings);

  @InputType(name, { description: 'One term of a sort order; later terms break the ties of earlier ones.' })
  class Input {
    @Field(() => OrderFields, { description: 'What to sort by.' }) field!: string;
    @Field(() => Direction, { defaultValue: 'ASC', description: 'Which way to sort.' }) direction!: Direction;
  }
  return { input: Input, fields };
}
