import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type GraphQLSchema, isAbstractType, parse } from 'graphql';
import { buildSchema, createResolversMap, type NonEmptyArray } from 'type-graphql';
import { answerEntities, type Reference } from './entities.js';

const FEDERATION = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@tag"]
)
`;

// biome-ignore lint/complexity/noBannedTypes: type-graphql takes resolver classes as plain functions.
export type ResolverClasses = NonEmptyArray<Function>;

export interface FederatedSchema {
  /** Executable, with `_service` and `_entities`. */
  schema: GraphQLSchema;
  /** What is composed: the types with their federation directives and descriptions. */
  sdl: string;
}

/** A member of a union or interface says what it is; type-graphql's own way is asynchronous, which compiled queries cannot follow. */
function resolveTypesByName(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value: { __typename?: string }) => value.__typename;
  }
}

/** Makes a Federation 2 subgraph of type-graphql's resolver classes. */
export async function federatedSchema<C>(
  resolvers: ResolverClasses,
  references: readonly Reference<C>[],
): Promise<FederatedSchema> {
  const codeFirst = await buildSchema({ resolvers, validate: false, skipCheck: true });
  const printed = printSchemaWithDirectives(codeFirst).replace(/^schema\s*\{[^}]*\}\s*/m, '');
  const sdl = `${FEDERATION}\n${printed}\n`;
  // The map's type is wider than the library's; both describe resolvers by type and field.
  const resolverMap = createResolversMap(codeFirst) as never;
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolverMap }]);
  resolveTypesByName(schema);
  answerEntities(schema, references);
  return { schema, sdl };
}
