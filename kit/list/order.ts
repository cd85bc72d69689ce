import { Field, InputType } from 'type-graphql';
import { defineEnum, type EnumValue } from '../schema/enum.js';

export const Direction = defineEnum(
  'OrderDirection',
  'The direction of a sort order. Rows without a value come last in both directions.',
  {
    ASC: 'Ascending: numbers from the smallest, dates from the earliest, text from A to Z.',
    DESC: 'Descending: numbers from the largest, dates from the latest, text from Z to A.',
  },
);
export type Direction = EnumValue<typeof Direction>;

/** The column types that a list can sort by. A cursor holds their values as text and casts them back. */
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

/** The sort orders of a list: the GraphQL input `<Type>Order { field direction }` and the columns behind it. */
export interface Order {
  readonly input: new () => OrderTerm;
  readonly fields: Readonly<Record<string, OrderField>>;
}

/** Declares the order input `name` as a table of its fields. */
export function defineOrder(name: string, fields: Record<string, OrderField>): Order {
  const meanings = Object.fromEntries(Object.entries(fields).map(([key, { description }]) => [key, description]));
  const OrderFields = defineEnum(`${name}Field`, `The fields by which ${name} can sort.`, meanings);

  @InputType(name, {
    description: 'One step of a sort order. A later step sorts the rows that are equal in the earlier ones.',
  })
  class Input {
    @Field(() => OrderFields, { description: 'The field to sort by.' }) field!: string;
    @Field(() => Direction, { defaultValue: 'ASC', description: 'The direction: ascending by default.' })
    direction!: Direction;
  }
  return { input: Input, fields };
}
