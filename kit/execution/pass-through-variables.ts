import { type DocumentNode, GraphQLScalarType, GraphQLSchema, Kind, parse, print, type TypeNode, visit } from 'graphql';

/** The scalar that takes any value as it is. */
export const PASS_THROUGH = 'PassThrough__';

const passThrough = new GraphQLScalarType({ name: PASS_THROUGH });

/** The schema, with the scalar that `withPassThroughVariables` retypes variables to. It shares all its other types. */
export function withPassThroughScalar(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  return new GraphQLSchema({ ...config, types: [...config.types, passThrough], assumeValid: true });
}

/**
 * A copy of the document whose variables take any value as it is, without defaults: graphql-jit would otherwise compile their
 * input types, which does not end on recursive filters (`and`, `or`, `not`) and refuses `$n: Int! = 3`.
 * It is a deep copy because graphql-jit leaves notes on the nodes that it compiles.
 */
export function withPassThroughVariables(document: DocumentNode): DocumentNode {
  const copy = parse(print(document), { noLocation: true });
  return visit(copy, {
    VariableDefinition: (definition) => (isBoolean(definition.type) ? undefined : { ...definition, ...passing }),
  });
}

const passing = {
  type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: PASS_THROUGH } },
  defaultValue: undefined,
} as const;

/** graphql-jit insists on seeing that what steers @skip and @include is Boolean. */
function isBoolean(type: TypeNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE
    ? isBoolean(type.type)
    : type.kind === Kind.NAMED_TYPE && type.name.value === 'Boolean';
}
