import { type RawBuilder, sql } from 'kysely';
import { Field, InputType, Int } from 'type-graphql';
import { TODAY } from '../database/today.js';
import type { EnumValue } from '../schema/enum.js';
import { CalendarDate, Decimal } from '../schema/scalars.js';

export type Condition = RawBuilder<unknown>;
type Operand = unknown;

/** What each comparator of an input means in SQL. A key that is not here is not a comparator. */
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

const EQ = 'Equal to this value.';
const IN = 'Equal to one of these values; an empty list matches nothing.';
const NOT_IN = 'Equal to none of these values; rows without a value do not match.';
const LT = 'Before or below this value.';
const LTE = 'This value, or before or below it.';
const GT = 'After or above this value.';
const GTE = 'This value, or after or above it.';
const IS_NULL = 'True: only where no value is known. False: only where one is.';

@InputType({ description: "Compares a row's key: a slug, a code or a reference. All comparators given must hold." })
export class KeyComparator {
  @Field({ nullable: true, description: EQ }) eq?: string;
  @Field(() => [String], { nullable: true, description: IN }) in?: string[];
  @Field(() => [String], { nullable: true, description: NOT_IN }) notIn?: string[];
  @Field({ nullable: true, description: IS_NULL }) isNull?: boolean;
}

@InputType({
  description:
    'Compares a text, without regard to case where it looks for a part. Characters may be composed or not (Unicode NFC). All comparators given must hold.',
})
export class StringComparator {
  @Field({ nullable: true, description: EQ }) eq?: string;
  @Field(() => [String], { nullable: true, description: IN }) in?: string[];
  @Field({ nullable: true, description: 'Has this text somewhere in it.' }) contains?: string;
  @Field({ nullable: true, description: 'Begins with this text.' }) startsWith?: string;
  @Field({ nullable: true, description: IS_NULL }) isNull?: boolean;
}

@InputType({ description: 'Compares a calendar day. All comparators given must hold.' })
export class DateComparator {
  @Field(() => CalendarDate, { nullable: true, description: EQ }) eq?: string;
  @Field(() => CalendarDate, { nullable: true, description: LT }) lt?: string;
  @Field(() => CalendarDate, { nullable: true, description: LTE }) lte?: string;
  @Field(() => CalendarDate, { nullable: true, description: GT }) gt?: string;
  @Field(() => CalendarDate, { nullable: true, description: GTE }) gte?: string;
  @Field(() => Int, { nullable: true, description: 'From today, in UTC, to this many days from now, at most 36,500.' })
  withinDays?: number;
  @Field({ nullable: true, description: IS_NULL }) isNull?: boolean;
}

@InputType({ description: 'Compares a whole number. All comparators given must hold.' })
export class IntComparator {
  @Field(() => Int, { nullable: true, description: EQ }) eq?: number;
  @Field(() => [Int], { nullable: true, description: IN }) in?: number[];
  @Field(() => Int, { nullable: true, description: LT }) lt?: number;
  @Field(() => Int, { nullable: true, description: LTE }) lte?: number;
  @Field(() => Int, { nullable: true, description: GT }) gt?: number;
  @Field(() => Int, { nullable: true, description: GTE }) gte?: number;
  @Field({ nullable: true, description: IS_NULL }) isNull?: boolean;
}

@InputType({ description: 'Compares an exact amount. All comparators given must hold; filter the currency beside it.' })
export class DecimalComparator {
  @Field(() => Decimal, { nullable: true, description: EQ }) eq?: string;
  @Field(() => Decimal, { nullable: true, description: LT }) lt?: string;
  @Field(() => Decimal, { nullable: true, description: LTE }) lte?: string;
  @Field(() => Decimal, { nullable: true, description: GT }) gt?: string;
  @Field(() => Decimal, { nullable: true, description: GTE }) gte?: string;
  @Field({ nullable: true, description: IS_NULL }) isNull?: boolean;
}

@InputType({ description: 'Compares a yes or no.' })
export class BooleanComparator {
  @Field({ nullable: true, description: EQ }) eq?: boolean;
}

const enumComparators = new Map<object, object>();

/** The comparator input of an enum, `<Enum>Comparator`; one for each enum. */
export function enumComparator<E extends Record<string, string>>(name: string, values: E): object {
  const known = enumComparators.get(values);
  if (known) return known;

  @InputType(`${name}Comparator`, { description: `Compares a ${name}. All comparators given must hold.` })
  class EnumComparator {
    @Field(() => values, { nullable: true, description: EQ }) eq?: EnumValue<E>;
    @Field(() => [values], { nullable: true, description: IN }) in?: EnumValue<E>[];
    @Field(() => [values], { nullable: true, description: NOT_IN }) notIn?: EnumValue<E>[];
    @Field({ nullable: true, description: IS_NULL }) isNull?: boolean;
  }
  enumComparators.set(values, EnumComparator);
  return EnumComparator;
}
