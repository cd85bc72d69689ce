import { sql } from 'kysely';
import { Field, InputType } from 'type-graphql';
import type { Table } from '../database/table.js';
import { BadUserInputError } from '../errors.js';
import { composed } from '../schema/composed.js';
import {
  BooleanComparator,
  type Condition,
  DateComparator,
  DecimalComparator,
  enumComparator,
  IntComparator,
  KeyComparator,
  OPERATORS,
  StringComparator,
} from './comparators.js';

/** One field of a filter: its GraphQL input and its SQL condition. */
export interface FilterField {
  readonly input: object;
  readonly description: string;
  condition(table: Table, comparators: Record<string, unknown>, path: string): Condition;
}

/** The value of a filter argument, as GraphQL has validated it. */
export type FilterValue = Readonly<Record<string, unknown>>;

/** The left side of a comparison: a property of the row, or an SQL expression over the row `r`. */
type Subject = string | ((table: Table) => Condition);

/** The kinds of filter fields. Each takes a property of the row (or an expression) and a description. */
export const by = {
  key: field(KeyComparator),
  text: field(StringComparator),
  date: field(DateComparator),
  int: field(IntComparator),
  decimal: field(DecimalComparator),
  boolean: field(BooleanComparator),
  oneOf: (name: string, values: Record<string, string>, subject: Subject, description: string) =>
    field(enumComparator(name, values))(subject, description),
  /** A comparison that is not about one column: `condition` makes the SQL. */
  custom: (input: object, description: string, condition: FilterField['condition']): FilterField => ({
    input,
    description,
    condition,
  }),
};

function field(input: object) {
  return (subject: Subject, description: string): FilterField => ({
    input,
    description,
    condition: (table, comparators, path) =>
      compare(typeof subject === 'string' ? table.column(subject) : subject(table), comparators, path),
  });
}

/** The conditions of all given comparators, joined by `and`. */
export function compare(column: Condition, comparators: Record<string, unknown>, path: string): Condition {
  return allOf(
    Object.entries(comparators).map(([name, operand]) => {
      if (operand === null) throw new BadUserInputError(`${path}.${name}`, 'must not be null; ask for isNull instead');
      checkOperand(name, operand, `${path}.${name}`);
      const operator = OPERATORS[name];
      if (!operator) throw new BadUserInputError(`${path}.${name}`, 'is not a comparator');
      return operator(column, composedOperand(operand));
    }),
  );
}

function composedOperand(operand: unknown): unknown {
  if (Array.isArray(operand)) return operand.map(composedOperand);
  return typeof operand === 'string' ? composed(operand) : operand;
}

const MOST_DAYS = 36_500;

/** Refuses values that GraphQL accepts and PostgreSQL does not. @throws BadUserInputError */
function checkOperand(name: string, operand: unknown, path: string): void {
  const texts = [operand].flat().filter((each) => typeof each === 'string');
  if (texts.some((text) => text.includes('\0'))) throw new BadUserInputError(path, 'must not hold a NUL character');
  if (texts.some((text) => text.startsWith('0000-'))) throw new BadUserInputError(path, 'must not lie in the year 0');
  if (name === 'withinDays' && !((operand as number) >= 0 && (operand as number) <= MOST_DAYS)) {
    throw new BadUserInputError(path, `must be from 0 to ${MOST_DAYS} days`);
  }
}

/** The filter of one type: a GraphQL input with `and`, `or` and `not`, and the function that turns its value into SQL. */
export interface Filter {
  readonly input: new () => FilterValue;
  condition(table: Table, value: FilterValue | null | undefined, path?: string): Condition;
}

/** Declares the filter input `name` as a table of its fields. */
export function defineFilter(name: string, description: string, fields: Record<string, FilterField>): Filter {
  class Input {}
  InputType(name, { description })(Input);
  const nullable = { nullable: true };
  for (const [key, { input, description: text }] of Object.entries(fields)) {
    Field(() => input as never, { ...nullable, description: text })(Input.prototype, key);
  }
  Field(() => [Input], { ...nullable, description: 'All of these filters must match.' })(Input.prototype, 'and');
  Field(() => [Input], { ...nullable, description: 'At least one of these filters must match.' })(
    Input.prototype,
    'or',
  );
  Field(() => Input, {
    ...nullable,
    description: 'This filter must not match. A row without a value does not match a comparison, so `not` includes it.',
  })(Input.prototype, 'not');

  const condition = (table: Table, value: FilterValue | null | undefined, path = 'filter'): Condition =>
    allOf(
      Object.entries(value ?? {}).map(([key, part]) => {
        const here = `${path}.${key}`;
        if (part === null) throw new BadUserInputError(here, 'must not be null; leave it out instead');
        if (key === 'and' || key === 'or') {
          const parts = (part as FilterValue[]).map((one, index) => condition(table, one, `${here}.${index}`));
          return key === 'and' ? allOf(parts) : anyOf(parts);
        }
        if (key === 'not') return sql`(${condition(table, part as FilterValue, here)}) is not true`;
        const known = fields[key];
        if (!known) throw new BadUserInputError(here, 'is not a filter');
        return known.condition(table, part as Record<string, unknown>, here);
      }),
    );
  return { input: Input as Filter['input'], condition };
}

export function allOf(conditions: Condition[]): Condition {
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`;
}

export function anyOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` or `)})`;
}
