import { defaultFieldResolver, type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';
import type { Viewer } from '../viewer.js';
import { refusalOf } from './refusal.js';
import type { AccessRules } from './rules.js';

/** Refuses closed fields before their resolvers run, on every path of a query. */
export function guardFields(schema: GraphQLSchema, access: readonly AccessRules[]): void {
  for (const { typeName, fields } of access) {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`access rules name ${typeName}, which is no object type here`);
    for (const [name, { closedTo }] of Object.entries(fields)) {
      const field = type.getFields()[name];
      if (!field) throw new Error(`access rules name ${typeName}.${name}, which is not there`);
      if (closedTo.length > 0) guard(field, closedTo);
    }
  }
}

function guard(field: GraphQLField<unknown, { readonly viewer: Viewer }>, closedTo: readonly string[]): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    if (closedTo.includes(context.viewer.role)) {
      throw refusalOf(context.viewer, `${info.parentType.name}.${info.fieldName}`);
    }
    return resolve(source, args, context, info);
  };
}
