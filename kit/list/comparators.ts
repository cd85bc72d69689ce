import { type RawBuilder, sql } from 'kysely';
import { Field, InputType, Int } from 'type-graphql';
import { TODAY } from '../database/today.js';
import type { EnumValue } from '../schema/enum.js';
import { CalendarDate, Decimal } from '../schema/scalars.js';

export type Condition = RawBuilder<unknown>;
type Operand = unknown;

/** The SQL of each comparator of an input. A key that is not in this table is not a comparator. */
export const OPERATORS: Record<string, (column: Condition, operand: Operand) => Condition> = {
  eq: (column, operand) => sql`${column} = ${operand}`,
  in: (column, operand) => sql`${column} = any(${operand})`,
  notIn: (column, operand) => sql`${column} <> all(${operand})`,
  lt: (column, operand) => sql`${column} < ${operand}`,
  lte: (column, operand) => sql`${column} <= ${operand}`,
  gt: (column, operand) => sql`${column} > ${operand}`,
  gte: (column, operand) => sql`${column} >= ${operand}`,
  withinDays: (column, operand) => sql`${column} between ${TODAY} and ${TODAY} + ${operand}::integer`,
  contains: (column, operand) => sql`${column} ilike ${`%${escapeLike(operand)}%`}`,
  startsWith: (column, operand) => sql`${column} ilike ${`${escapeLike(operand)}%`}`,
  isNull: (column, operand) => (operand ? sql`${column} is null` : sql`${column} is not null`),
};

function escapeLike(operand: Operand): string {
  return String(operand).replace(/[\\%_]/g, '\\$&');
}

const EQ = 'The value equals this one.';
const IN = 'The value is one of these. An empty list matches nothing.';
const NOT_IN = 'The value is none of these. Rows without a value do not match.';
const LT = 'The value is less than this one. For a date: earlier.';
const LTE = 'The value is less than or equal to this one. For a date: the same day or earlier.';
const GT = 'The value is greater than this one. For a date: later.';
const GTE = 'The value is greater than or equal to this one. For a date: the same day or later.';
const IS_NULL = '`true` matches only rows without a value. `false` matches only rows with a value.';

@InputType({
  description: 'Compares a key: a slug, a code or a reference. If you set several comparators, all of them must match.',
})
export class KeyComparator {
  @Field({ nullable: true, description: EQ }) eq?: string;
  @Field(() => [String], { nullable: true, description: IN }) in?: string[];
  @Field(() => [String], { nullable: true, description: NOT_IN }) notIn?: string[];
  @Field({ nullable: true, description: IS_NULL }) isNull?: boolean;
}

@InputType({
  description:
    'Compares a text. `contains` and `startsWith` ignore upper and lower case; `eq` and `in` do not. You can send composed or decomposed Unicode characters: both match. If you set several comparators, all of them must match.',
})
export class StringComparator {
  @Field({ nullable: true, description: EQ }) eq?: string;
  @Field(() => [String], { nullable: true, description: IN }) in?: string[];
  @Field({ nullable: true, description: 'The value contains this text, in upper or lower case.' }) contains?: string;
  @Field({ nullable: true, description: 'The value starts with this text, in upper or lower case.' })
  startsWith?: string;
  @Field({ nullable: true, description: IS_NULL }) isNull?: boolean;
}

@InputType({ description: 'Compares a calendar day. If you set several comparators, all of them must match.' })
export class DateComparator {
  @Field(() => CalendarDate, { nullable: true, description: EQ }) eq?: string;
  @Field(() => CalendarDate, { nullable: true, description: LT }) lt?: string;
  @Field(() => CalendarDate, { nullable: true, description: LTE }) lte?: string;
  @Field(() => CalendarDate, { nullable: true, description: GT }) gt?: string;
  @Field(() => CalendarDate, { nullable: true, description: GTE }) gte?: string;
  @Field(() => Int, {
    nullable: true,
    description:
      'The day is between today and this many days from today, both included. Today is the day in UTC. From 0 to 36,500.',
  })
  withinDays?: number;
  @Field({ nullable: true, description: IS_NULL }) isNull?: boolean;
}

@InputType({ description: 'Compares a whole number. If you set several comparators, all of them must match.' })
export class IntComparator {
  @Field(() => Int, { nullable: true, description: EQ }) eq?: number;
  @Field(() => [Int], { nullable: true, description: IN }) in?: number[];
  @Field(() => Int, { nullable: true, description: LT }) lt?: number;
  @Field(() => Int, { nullable: true, description: LTE }) lte?: number;
  @Field(() => Int, { nullable: true, description: GT }) gt?: number;
  @Field(() => Int, { nullable: true, description: GTE }) gte?: number;
  @Field({ nullable: true, description: IS_NULL }) isNull?: boolean;
}

@InputType({
  description:
    'Compares an exact amount. Amounts are compared as numbers, without conversion: filter by one currency as well. If you set several comparators, all of them must match.',
})
export class DecimalComparator {
  @Field(() => Decimal, { nullable: true, description: EQ }) eq?: string;
  @Field(() => Decimal, { nullable: true, description: LT }) lt?: string;
  @Field(() => Decimal, { nullable: true, description: LTE }) lte?: string;
  @Field(() => Decimal, { nullable: true, description: GT }) gt?: string;
  @Field(() => Decimal, { nullable: true, description: GTE }) gte?: string;
  @Field({ nullable: true, description: IS_NULL }) isNull?: boolean;
}

@InputType({ description: 'Compares a value that is true or false.' })
export class BooleanComparator {
  @Field({ nullable: true, description: EQ }) eq?: boolean;
}

const enumComparators = new Map<object, object>();

/** The comparator input `<Enum>Comparator` of an enum. There is one for each enum. */
export function enumComparator<E extends Record<string, string>>(name: string, values: E): object {
  const known = enumComparators.get(values);
  if (known) return known;

  @InputType(`${name}Comparator`, {
    description: `Compares a value of the enum ${name}. If you set several comparators, all of them must match.`,
  })
  class EnumComparator {
    @Field(() => values, { nullable: true, description: EQ }) eq?: EnumValue<E>;
    @Field(() => [values], { nullable: true, description: IN }) in?: EnumValue<E>[];
    @Field(() => [values], { nullable: true, description: NOT_IN }) notIn?: EnumValue<E>[];
    @Field({ nullable: true, description: IS_NULL }) isNull?: boolean;
  }
  enumComparators.set(values, EnumComparator);
  return EnumComparator;
}
