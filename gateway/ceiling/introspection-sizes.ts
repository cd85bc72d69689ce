import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** The average number of items in each list of the introspection types, for one schema. */
export function introspectionSizes(schema: GraphQLSchema): ReadonlyMap<string, number> {
  const types = Object.values(schema.getTypeMap());
  const directives = schema.getDirectives();
  const fields = types.map(fieldsOf);
  const members = types.map((type) =>
    isUnionType(type) || isInterfaceType(type) ? schema.getPossibleTypes(type) : [],
  );
  return new Map([
    ['__Schema.types', types.length],
    ['__Schema.directives', directives.length],
    ['__Type.fields', average(fields)],
    [
      '__Type.inputFields',
      average(types.map((type) => (isInputObjectType(type) ? Object.keys(type.getFields()) : []))),
    ],
    ['__Type.enumValues', average(types.map((type) => (isEnumType(type) ? type.getValues() : [])))],
    ['__Type.possibleTypes', average(members)],
    ['__Type.interfaces', average(types.map((type) => (isObjectType(type) ? type.getInterfaces() : [])))],
    ['__Field.args', average(fields.flat().map(({ args }) => args))],
    ['__Directive.args', average(directives.map(({ args }) => args))],
    ['__Directive.locations', average(directives.map(({ locations }) => locations))],
  ]);
}

function fieldsOf(type: GraphQLNamedType): GraphQLField<unknown, unknown>[] {
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
}

/** Empty lists do not count. */
function average(lists: readonly (readonly unknown[])[]): number {
  const filled = lists.filter((list) => list.length > 0);
  return filled.length === 0 ? 0 : filled.flat().length / filled.length;
}
