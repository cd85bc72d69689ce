import {
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type ValueNode,
} from 'graphql';
import type { Variables } from '../../kit/execution/variables.js';
import { DEFAULT_PAGE, MAXIMUM_PAGE } from '../../kit/list/list-args.js';
import type { Amount } from './amount.js';

export type Field = GraphQLField<unknown, unknown>;

/** The assumed number of items in a list without pages. */
const ASSUMED_SIZE = 10;

/** Whether a field is a page of a Relay connection: it takes `first` or `last`, and its rows are in lists of its own type. */
export function isConnection(field: Field): boolean {
  const type = getNullableType(field.type);
  return isObjectType(type) && pagingArguments(field).length > 0 && 'pageInfo' in type.getFields();
}

/** How many rows a page of a connection holds at most. */
export function pageSize(field: Field, node: FieldNode): Amount {
  return asked(field, node, MAXIMUM_PAGE, DEFAULT_PAGE);
}

/** The number of items of a field: the number of its keys, `first`, or an assumed number. One if the field is not a list. */
export function listSize(field: Field, node: FieldNode): Amount {
  if (!isList(field.type)) return 1;
  const keys = field.args.find(isListOfKeys);
  if (keys) return lengthOf(keys, node);
  return pagingArguments(field).length > 0 ? asked(field, node, Number.POSITIVE_INFINITY, DEFAULT_PAGE) : ASSUMED_SIZE;
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type));
}

/** A required argument with a list of values, as in `nodes(ids)`: the field has one item for each value. */
function isListOfKeys({ type }: GraphQLArgument): boolean {
  return isNonNullType(type) && isListType(type.ofType) && !isInputObjectType(getNamedType(type));
}

function pagingArguments({ args }: Field): readonly GraphQLArgument[] {
  return args.filter(({ name }) => name === 'first' || name === 'last');
}

function asked(field: Field, node: FieldNode, most: number, otherwise: number): Amount {
  const sizes = pagingArguments(field).map((argument) => numberOf(argument, node));
  const largest = (variables: Variables) => {
    const given = sizes.map((size) => (typeof size === 'function' ? size(variables) : size)).filter(isNumber);
    return given.length > 0 ? Math.min(most, Math.max(0, ...given)) : otherwise;
  };
  return sizes.some((size) => typeof size === 'function') ? largest : largest({});
}

/** The number that an argument has, as far as it is one. */
function numberOf(argument: GraphQLArgument, node: FieldNode): unknown {
  const value = givenValue(argument, node);
  if (value === undefined) return argument.defaultValue;
  if (value.kind === Kind.INT) return Number(value.value);
  if (value.kind !== Kind.VARIABLE) return undefined;
  const name = value.name.value;
  return (variables: Variables) => (Object.hasOwn(variables, name) ? variables[name] : argument.defaultValue);
}

function lengthOf(argument: GraphQLArgument, node: FieldNode): Amount {
  const value = givenValue(argument, node);
  if (value?.kind === Kind.LIST) return value.values.length;
  if (value?.kind !== Kind.VARIABLE) return 1;
  const name = value.name.value;
  return (variables) => {
    const keys = variables[name];
    return Array.isArray(keys) ? keys.length : 1;
  };
}

function givenValue({ name }: GraphQLArgument, node: FieldNode): ValueNode | undefined {
  return node.arguments?.find((given) => given.name.value === name)?.value;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}
