import { Kind, parse } from 'graphql';

/** The owner of each type that `node(id)` finds: the subgraph, other than `node` itself, in which the type implements Node. */
export function nodeOwners(services: readonly { name: string; sdl: string }[]): Record<string, string> {
  const owners: Record<string, string> = {};
  for (const { name, sdl } of services.filter((service) => service.name !== 'node')) {
    for (const definition of parse(sdl).definitions) {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
      if (definition.interfaces?.some((each) => each.name.value === 'Node')) owners[definition.name.value] = name;
    }
  }
  return owners;
}
