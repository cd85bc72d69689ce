import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import {
  buildASTSchema,
  type DefinitionNode,
  type DocumentNode,
  GraphQLScalarType,
  type GraphQLSchema,
  Kind,
  type NamedTypeNode,
  parse,
  valueFromASTUntyped,
} from 'graphql';
import { SCALARS } from '../kit/schema/scalars.js';

/** The schema that clients see: the types of a supergraph, without federation's own types and without @inaccessible elements. */
export function apiSchemaOf(supergraphSdl: string): GraphQLSchema {
  const schema = buildASTSchema(withoutUnknown(transformSupergraphToPublicSchema(parse(supergraphSdl))));
  for (const scalar of SCALARS) checkAs(scalar, schema.getType(scalar.name));
  return schema;
}

/** Removes the remaining references to @inaccessible types: they are gone, but members of unions and `implements` still name them. */
function withoutUnknown(document: DocumentNode): DocumentNode {
  const names = new Set(document.definitions.map((each) => ('name' in each ? each.name?.value : undefined)));
  const isKnown = ({ name }: NamedTypeNode) => names.has(name.value);
  const definitions = document.definitions.map((each): DefinitionNode => {
    if (each.kind === Kind.UNION_TYPE_DEFINITION) return { ...each, types: each.types?.filter(isKnown) };
    if (each.kind !== Kind.OBJECT_TYPE_DEFINITION && each.kind !== Kind.INTERFACE_TYPE_DEFINITION) return each;
    return { ...each, interfaces: each.interfaces?.filter(isKnown) };
  });
  return { ...document, definitions };
}

/** Makes a scalar from SDL refuse the same values as the scalar of the kit. Accepted values stay as the client wrote them. */
function checkAs(scalar: GraphQLScalarType, type: unknown): void {
  if (!(type instanceof GraphQLScalarType)) return;
  type.parseValue = (value) => {
    scalar.parseValue(value);
    return value;
  };
  type.parseLiteral = (node, variables) => {
    scalar.parseLiteral(node, variables);
    return valueFromASTUntyped(node, variables);
  };
}

/** All types of a supergraph, for reading query plans. */
export function supergraphSchemaOf(supergraphSdl: string): GraphQLSchema {
  return buildASTSchema(parse(supergraphSdl), { assumeValid: true, assumeValidSDL: true });
}
