import {
  type DirectiveNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLSchema,
  type GraphQLType,
  isAbstractType,
  isInterfaceType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { type IsLeftOut, isTrue } from './left-out.js';

/** What selections mean in one operation, for one set of @skip and @include. */
export interface Selecting {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly isLeftOut: IsLeftOut;
}

/** Tells where the answer to a selection on an interface or a union hangs on the runtime type of each object. */
export class RuntimeTypes {
  /** @param interfaceObjects the interfaces whose objects some subgraph knows without knowing their types */
  constructor(
    readonly schema: GraphQLSchema,
    private readonly interfaceObjects: ReadonlySet<string>,
  ) {}

  /**
   * Whether a selection has to ask for `__typename`. Nearly always it has: implementations narrow the types of fields. Where a
   * subgraph may know the object as the interface alone, its type costs a fetch more, or cannot be had at all; there the object is
   * completed by the fields of the interface, unless the client asks for what hangs on the type.
   */
  areNeeded(type: GraphQLType | null | undefined, selectionSet: SelectionSetNode, selecting: Selecting): boolean {
    if (!isAbstractType(type)) return false;
    return !this.mayBeUnknown(type) || this.areAsked(type, selectionSet, selecting);
  }

  /** Whether a selection asks for `__typename`, or for something of some of the possible types alone. */
  areAsked(type: GraphQLAbstractType, { selections }: SelectionSetNode, selecting: Selecting): boolean {
    return selections.some((selection) => {
      if (selecting.isLeftOut(selection)) return false;
      if (selection.kind === Kind.FIELD) return selection.name.value === '__typename';
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : selecting.fragments[selection.name.value];
      if (!fragment) return false;
      const condition = fragment.typeCondition?.name.value ?? type.name;
      return !this.covers(condition, type) || this.areAsked(type, fragment.selectionSet, selecting);
    });
  }

  private mayBeUnknown(type: GraphQLAbstractType): boolean {
    if (!isInterfaceType(type)) return false;
    const { interfaces } = this.schema.getImplementations(type);
    return [type, ...interfaces].some(({ name }) => this.interfaceObjects.has(name));
  }

  /** Whether a type condition lets every object of the type through. */
  private covers(condition: string, type: GraphQLAbstractType): boolean {
    if (condition === type.name) return true;
    const wider = this.schema.getType(condition);
    return isAbstractType(wider) && isInterfaceType(type) && this.schema.isSubType(wider, type);
  }
}

/** The interfaces that a subgraph of the supergraph has as an @interfaceObject. */
export function interfaceObjectsOf(supergraph: GraphQLSchema): ReadonlySet<string> {
  const names = Object.values(supergraph.getTypeMap())
    .filter((type) => isInterfaceType(type) && type.astNode?.directives?.some(isInterfaceObject))
    .map(({ name }) => name);
  return new Set(names);
}

function isInterfaceObject({ name, arguments: given = [] }: DirectiveNode): boolean {
  if (name.value !== 'join__type') return false;
  return given.some((each) => each.name.value === 'isInterfaceObject' && isTrue(each.value));
}
