import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import { LRUCache } from 'lru-cache';
import { remember } from '../../kit/execution/remember.js';

/** The object types that a type condition of a plan accepts. */
export class TypeConditions {
  // The bound is only a precaution: a schema has a limited number of type conditions.
  private readonly known = new LRUCache<string, ReadonlySet<string>>({ max: 10_000 });

  constructor(private readonly supergraph: GraphQLSchema) {}

  satisfying(conditions: string | readonly string[]): ReadonlySet<string> {
    const names = typeof conditions === 'string' ? [conditions] : conditions;
    return remember<string, ReadonlySet<string>>(
      this.known,
      names.join('|'),
      () => new Set(names.flatMap((name) => this.objectTypes(name))),
    );
  }

  /** Whether the type exists. */
  knows(name: string): boolean {
    return this.supergraph.getType(name) !== undefined;
  }

  /** Whether a type is a member of an abstract type, or implements it. */
  isNarrower(name: string, than: string): boolean {
    const [narrow, wide] = [this.supergraph.getType(name), this.supergraph.getType(than)];
    if (!isAbstractType(wide) || !(isObjectType(narrow) || isInterfaceType(narrow))) return false;
    return this.supergraph.isSubType(wide, narrow);
  }

  private objectTypes(name: string): string[] {
    const type = this.supergraph.getType(name);
    return isAbstractType(type) ? [name, ...this.supergraph.getPossibleTypes(type).map((each) => each.name)] : [name];
  }
}
