import { type GraphQLFieldResolver, type GraphQLResolveInfo, type GraphQLSchema, isObjectType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { checkArguments } from '../limits/argument-limits.js';
import type { ResolverClasses } from './federated-schema.js';

type Metadata = ReturnType<typeof getMetadataStorage>;
type MethodMetadata = Metadata['queries'][number] | Metadata['fieldResolvers'][number];
type Parameter = NonNullable<MethodMetadata['params']>[number];
type Method = (...parameters: unknown[]) => unknown;

/**
 * Replaces type-graphql's resolvers by direct calls. type-graphql copies the row into a new instance for each field. Here a row stays the
 * object that the loader read. A plain property needs no resolver, so compiled queries read it inline.
 */
export function resolveDirectly(schema: GraphQLSchema, resolvers: ResolverClasses): void {
  const { queries, fieldResolvers, objectTypes } = getMetadataStorage();
  const nameOf = new Map(objectTypes.map(({ target, name }) => [target, name]));
  const instances = new Map(resolvers.map((target) => [target, Reflect.construct(target, [])]));
  const isServed = (metadata: MethodMetadata) =>
    instances.has(metadata.target) || ('kind' in metadata && metadata.kind === 'internal');

  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const methods: MethodMetadata[] =
      type.name === 'Query'
        ? queries
        : fieldResolvers.filter(({ getObjectType }) => getObjectType && nameOf.get(getObjectType()) === type.name);
    for (const field of Object.values(type.getFields())) {
      const metadata = methods.find((method) => method.schemaName === field.name && isServed(method));
      if (metadata) field.resolve = callOf(metadata, instances.get(metadata.target));
      else delete field.resolve;
    }
  }
}

/** A method of a resolver class, or of the object itself where it is one of its own. */
function callOf(
  { methodName, params = [] }: MethodMetadata,
  instance: unknown,
): GraphQLFieldResolver<unknown, unknown> {
  const parameters = [...params].sort((one, other) => one.index - other.index).map(parameterOf);
  const takesArguments = params.some(({ kind }) => kind === 'args' || kind === 'arg');
  return (root, args, context, info) => {
    if (takesArguments) checkArguments(args);
    const target = (instance ?? root) as Record<string, Method>;
    return target[methodName]?.(...parameters.map((read) => read(root, args, context, info)));
  };
}

type Read = (root: unknown, args: Record<string, unknown>, context: unknown, info: GraphQLResolveInfo) => unknown;

function parameterOf(parameter: Parameter): Read {
  switch (parameter.kind) {
    case 'root':
      return (root) => root;
    case 'args':
      return (_, args) => args;
    case 'arg':
      return (_, args) => args[parameter.name];
    case 'context':
      return (_, __, context) => context;
    case 'info':
      return (_, __, ___, info) => info;
    default:
      throw new Error(`a resolver takes a parameter of kind ${parameter.kind}, which the hub does not serve`);
  }
}
