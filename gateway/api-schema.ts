import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildASTSchema, GraphQLScalarType, type GraphQLSchema, parse, valueFromASTUntyped } from 'graphql';
import { SCALARS } from '../kit/schema/scalars.js';

/** What clients see of a supergraph: its types without the machinery of federation and without what is @inaccessible. */
export function apiSchemaOf(supergraphSdl: string): GraphQLSchema {
  const schema = buildASTSchema(transformSupergraphToPublicSchema(parse(supergraphSdl)));
  for (const scalar of SCALARS) checkAs(scalar, schema.getType(scalar.name));
  return schema;
}

/** Lets a scalar that was read from SDL refuse what the kit's own refuses; what passes stays as the client wrote it. */
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
