import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type ObjectValueNode,
  type ValueNode,
  valueFromAST,
} from 'graphql';
import type { Variables } from './variables.js';

/** Puts variables into a value that is written in a document; undefined where the value is then not one of its type. */
export type ValueReader = (variables: Variables) => unknown;

/** Reads a value as `valueFromAST` of graphql-js does, but looks at its type once and not for each request. */
export function valueReader(value: ValueNode, type: GraphQLInputType): ValueReader {
  if (value.kind === Kind.VARIABLE) return variableReader(value.name.value, isNonNullType(type));
  if (isNonNullType(type)) return value.kind === Kind.NULL ? () => undefined : valueReader(value, type.ofType);
  if (value.kind === Kind.NULL) return () => null;
  if (isListType(type)) return listReader(value.kind === Kind.LIST ? value.values : [value], type.ofType);
  if (!isInputObjectType(type)) return (variables) => valueFromAST(value, type, variables);
  return value.kind === Kind.OBJECT ? objectReader(value, type) : () => undefined;
}

function variableReader(name: string, isRequired: boolean): ValueReader {
  return (variables) => {
    const value = variableOf(variables, name);
    return value === null && isRequired ? undefined : value;
  };
}

/** A variable may have the name of a method of objects. */
function variableOf(variables: Variables, name: string): unknown {
  return Object.hasOwn(variables, name) ? variables[name] : undefined;
}

function listReader(items: readonly ValueNode[], type: GraphQLInputType): ValueReader {
  const readers = items.map((item) => {
    const read = valueReader(item, type);
    if (item.kind !== Kind.VARIABLE || isNonNullType(type)) return read;
    // A variable without a value is null in a list.
    return (variables: Variables) => read(variables) ?? null;
  });
  return (variables) => {
    const list: unknown[] = [];
    for (const read of readers) {
      const value = read(variables);
      if (value === undefined) return undefined;
      list.push(value);
    }
    return list;
  };
}

interface FieldReader {
  readonly name: string;
  readonly read: ValueReader;
  /** Whether the field is left out where it has no value. */
  readonly isOptional: boolean;
}

function objectReader({ fields }: ObjectValueNode, type: GraphQLInputObjectType): ValueReader {
  const given = new Map(fields.map(({ name, value }) => [name.value, value]));
  const readers = Object.values(type.getFields()).flatMap((field) => fieldReader(field, given.get(field.name)));
  return (variables) => {
    const object: Record<string, unknown> = Object.create(null);
    for (const { name, read, isOptional } of readers) {
      const value = read(variables);
      if (value !== undefined) object[name] = value;
      else if (!isOptional) return undefined;
    }
    return type.isOneOf && !isOneOf(object) ? undefined : object;
  };
}

function fieldReader({ name, type, defaultValue }: GraphQLInputField, given: ValueNode | undefined): FieldReader[] {
  const isOptional = !isNonNullType(type);
  if (!given) {
    if (defaultValue !== undefined) return [{ name, read: () => defaultValue, isOptional }];
    return isOptional ? [] : [{ name, read: () => undefined, isOptional }];
  }
  const read = valueReader(given, type);
  if (given.kind !== Kind.VARIABLE) return [{ name, read, isOptional: false }];
  const variable = given.name.value;
  const readOrDefault: ValueReader = (variables) =>
    variableOf(variables, variable) === undefined ? defaultValue : read(variables);
  return [{ name, read: readOrDefault, isOptional }];
}

function isOneOf(object: Readonly<Record<string, unknown>>): boolean {
  const values = Object.values(object);
  return values.length === 1 && values[0] !== null;
}
