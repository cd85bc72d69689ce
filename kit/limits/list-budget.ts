import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import type { HubError } from '../errors.js';
import { limitExceeded } from './limit-exceeded.js';

/** How many items one request gets from lists without pages. */
export const MAX_ITEMS = 10_000;

/** How many items each request has had, by the context of its resolvers. */
const taken = new WeakMap<object, number>();

/**
 * Bounds the lists that have no pages. Nobody knows their lengths before they are read, and a list of lists of lists multiplies them.
 * Past the bound, lists are empty, which ends the growth; the executor then throws the whole result away (see {@link listsBeyond}).
 */
export function boundLists(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    // The rows of a connection are a page.
    if (!isObjectType(type) || type.name.startsWith('__') || 'pageInfo' in type.getFields()) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.resolve && isUnpagedList(field)) field.resolve = bounded(field.resolve);
    }
  }
}

/** Why the result of an execution with this context must not be used; undefined if its lists stayed within the bound. */
export function listsBeyond(context: unknown): HubError | undefined {
  if (!isSpent(context)) return undefined;
  return limitExceeded(
    `The lists without pages hold more than ${MAX_ITEMS.toLocaleString('en')} items together. Ask for fewer levels or fewer rows.`,
  );
}

function isUnpagedList({ type, args }: GraphQLField<unknown, unknown>): boolean {
  const isList = isListType(getNullableType(type)) && !isLeafType(getNamedType(type));
  return isList && !args.some(({ name }) => name === 'first' || name === 'representations');
}

function bounded(resolve: GraphQLFieldResolver<unknown, unknown>): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, context, info) => {
    if (isSpent(context)) return [];
    const list = resolve(source, args, context, info);
    return list instanceof Promise ? list.then((items) => counted(items, context)) : counted(list, context);
  };
}

function counted(list: unknown, context: unknown): unknown {
  if (!Array.isArray(list) || !isObject(context)) return list;
  const items = (taken.get(context) ?? 0) + list.length;
  taken.set(context, items);
  return items > MAX_ITEMS ? [] : list;
}

function isSpent(context: unknown): boolean {
  return isObject(context) && (taken.get(context) ?? 0) > MAX_ITEMS;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
