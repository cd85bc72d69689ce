import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type GraphQLSchema, isAbstractType, parse, print } from 'graphql';
import { buildSchema, createResolversMap, type NonEmptyArray } from 'type-graphql';
import { guardFields } from '../access/guard.js';
import { publishRules } from '../access/published-rules.js';
import type { AccessRules } from '../access/rules.js';
import { unruled } from '../access/unruled.js';
import { boundLists } from '../limits/list-budget.js';
import { narrowLists } from '../list/projection.js';
import { resolveDirectly } from './direct-resolvers.js';
import { answerEntities, type Reference } from './entities.js';

const FEDERATION = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@tag", "@authenticated", "@requiresScopes"]
)
`;

// biome-ignore lint/complexity/noBannedTypes: type-graphql takes resolver classes as plain functions.
export type ResolverClasses = NonEmptyArray<Function>;

/** The parts of a subgraph's schema. */
export interface SchemaParts<C> {
  readonly resolvers: ResolverClasses;
  readonly references: readonly Reference<C>[];
  /** Who sees what of each of its types. */
  readonly access: readonly AccessRules[];
}

export interface FederatedSchema {
  /** Executable, with `_service` and `_entities`. */
  schema: GraphQLSchema;
  /** What is composed: the types with their federation directives and descriptions. */
  sdl: string;
}

/** Resolves members of unions and interfaces by their `__typename`. type-graphql resolves them asynchronously, which compiled queries cannot do. */
function resolveTypesByName(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value: { __typename?: string }) => value.__typename;
  }
}

/**
 * Makes a Federation 2 subgraph from type-graphql's resolver classes, guarded by its access rules.
 * @throws Error if a type or a field has no rule
 */
export async function federatedSchema<C>({ resolvers, references, access }: SchemaParts<C>): Promise<FederatedSchema> {
  const codeFirst = await buildSchema({ resolvers, validate: false, skipCheck: true });
  resolveDirectly(codeFirst, resolvers);
  const missing = unruled(codeFirst, access);
  if (missing.length > 0) throw new Error(`no access rule says who sees ${missing.join(', ')}`);
  const printed = printSchemaWithDirectives(codeFirst).replace(/^schema\s*\{[^}]*\}\s*/m, '');
  const document = publishRules(parse(`${FEDERATION}\n${printed}\n`), access);
  // The map's type is wider than the library's; both describe resolvers by type and field.
  const resolverMap = createResolversMap(codeFirst) as never;
  const schema = buildSubgraphSchema([{ typeDefs: document, resolvers: resolverMap }]);
  resolveTypesByName(schema);
  narrowLists(schema);
  boundLists(schema);
  guardFields(schema, access);
  answerEntities(schema, references);
  return { schema, sdl: `${print(document)}\n` };
}
