import { type ConstDirectiveNode, type DocumentNode, Kind, type TypeNode } from 'graphql';
import { APOLLO, argumentsOf, directiveName, linksOf } from '../supergraph/links.js';
import { type AnyOf, both, type Requirement } from './requirement.js';

/** The requirements of one supergraph: its `@authenticated`, `@requiresScopes` and `@policy`. */
export class Requirements {
  private readonly types = new Map<string, Requirement>();
  private readonly fields = new Map<string, Requirement>();

  constructor(supergraph: DocumentNode) {
    const read = directiveReader(supergraph);
    if (!read) return;
    for (const definition of supergraph.definitions) {
      if (!('directives' in definition) || !('name' in definition) || !definition.name) continue;
      keep(this.types, definition.name.value, read(definition.directives as readonly ConstDirectiveNode[]));
    }
    for (const definition of supergraph.definitions) {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
        continue;
      for (const { name, type, directives } of definition.fields ?? []) {
        const place = placeOf(definition.name.value, name.value);
        keep(this.fields, place, both(read(directives), this.types.get(namedType(type))));
      }
    }
  }

  /** Whether the supergraph has any requirement. */
  get isEmpty(): boolean {
    return this.types.size === 0 && this.fields.size === 0;
  }

  /** The requirement of all objects of a type. */
  ofType(typeName: string): Requirement | undefined {
    return this.types.get(typeName);
  }

  /** The requirement of a field: its own, and that of its declared type. */
  ofField(typeName: string, fieldName: string): Requirement | undefined {
    return this.fields.get(placeOf(typeName, fieldName));
  }
}

const placeOf = (typeName: string, fieldName: string) => `${typeName}.${fieldName}`;

function keep(known: Map<string, Requirement>, name: string, requirement: Requirement | undefined): void {
  const all = both(known.get(name), requirement);
  if (all) known.set(name, all);
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

/** Reads requirements from directives, under the names that the supergraph gives them. Undefined if it links none of them. */
function directiveReader(supergraph: DocumentNode) {
  const local = new Map<string, string>();
  for (const link of linksOf(supergraph)) {
    for (const name of ['authenticated', 'requiresScopes', 'policy']) {
      if (link.identity === APOLLO + name) local.set(directiveName(link, name), name);
    }
  }
  if (local.size === 0) return undefined;

  return (directives: readonly ConstDirectiveNode[] = []): Requirement | undefined => {
    const found = directives.filter(({ name }) => local.has(name.value));
    if (found.length === 0) return undefined;
    const sets = (own: string, argument: string): AnyOf[] =>
      found
        .filter(({ name }) => local.get(name.value) === own)
        .map((directive) => asLists(argumentsOf(directive)[argument]));
    return {
      authenticated: found.some(({ name }) => local.get(name.value) === 'authenticated'),
      scopes: sets('requiresScopes', 'scopes'),
      policies: sets('policy', 'policies'),
    };
  };
}

/** A single value stands for a list of it, as it does in every GraphQL input. */
function asLists(value: unknown): AnyOf {
  return asList(value).map((each) => asList(each).map(String));
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
