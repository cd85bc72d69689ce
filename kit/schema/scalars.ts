import { GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';

function parseDay(value: unknown): string {
  try {
    return GraphQLLocalDate.parseValue(value);
  } catch {
    throw new TypeError('Date must be a day of the calendar as a string such as "2025-12-31"');
  }
}

/** A calendar day, as an ISO 8601 string (`2025-05-02`). */
export const CalendarDate = new GraphQLScalarType({
  ...GraphQLLocalDate.toConfig(),
  // A day comes from a column of type `date`, so it needs no check for each row.
  serialize: String,
  parseValue: parseDay,
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : undefined),
  name: 'Date',
  description: 'A calendar day without a time or time zone, as an ISO 8601 string: for example "2025-05-02".',
});

/** A moment, as an ISO 8601 string in UTC. */
export const DateTime = new GraphQLScalarType({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description: 'A date and time in UTC, as an ISO 8601 string: for example "2025-05-02T09:30:00.000Z".',
});

const DECIMAL = /^-?\d{1,18}(\.\d{1,6})?$/;

function parseDecimal(value: unknown): string {
  if (typeof value !== 'string' || !DECIMAL.test(value)) {
    throw new TypeError('Decimal must be a string of digits such as "1250000" or "1250.50", without separators');
  }
  return value;
}

/** An exact number as a string, never a float. */
export const Decimal = new GraphQLScalarType({
  name: 'Decimal',
  description:
    'An exact decimal number as a string: for example "1250.50". It has at most one decimal point and no thousands separators.',
  serialize: String,
  parseValue: parseDecimal,
  parseLiteral: (node) => parseDecimal(node.kind === Kind.STRING ? node.value : undefined),
});

/** The scalars that the hub adds to those of GraphQL. */
export const SCALARS: readonly GraphQLScalarType[] = [CalendarDate, DateTime, Decimal];
