import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import { LRUCache } from 'lru-cache';
import { remember } from '../../kit/execution/remember.js';

/** Which object types a type condition of a plan lets through. */
export class TypeConditions {
  // Bounded for form's sake: a schema has only so many type conditions, alone or in groups.
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

  /** Whether there is such a type. */
  knows(name: string): boolean {
    return this.supergraph.getType(name) !== undefined;
  }

  /** Whether one type is, or is an interface of, some of what another stands for. */
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
