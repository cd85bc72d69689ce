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

/** How to read the selections of one operation, for one set of @skip and @include. */
export interface Selecting {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly isLeftOut: IsLeftOut;
}

/** Finds the selections on interfaces and unions whose answer depends on the runtime type of each object. */
export class RuntimeTypes {
  /** @param interfaceObjects the interfaces whose objects some subgraph knows without knowing their types */
  constructor(
    readonly schema: GraphQLSchema,
    private readonly interfaceObjects: ReadonlySet<string>,
  ) {}

  /**
   * Whether a selection must ask for `__typename`. Nearly always it must, because implementations narrow the types of fields. But if a
   * subgraph may know the object only as the interface, its type costs one more fetch, or no subgraph can give it. Then the object is
   * completed by the fields of the interface, unless the client selects something that depends on the type.
   */
  areNeeded(type: GraphQLType | null | undefined, selectionSet: SelectionSetNode, selecting: Selecting): boolean {
    if (!isAbstractType(type)) return false;
    return !this.mayBeUnknown(type) || this.areAsked(type, selectionSet, selecting);
  }

  /** Whether a selection asks for `__typename`, or for fields of only some of the possible types. */
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

  /** Whether a type condition accepts every object of the type. */
  private covers(condition: string, type: GraphQLAbstractType): boolean {
    if (condition === type.name) return true;
    const wider = this.schema.getType(condition);
    return isAbstractType(wider) && isInterfaceType(type) && this.schema.isSubType(wider, type);
  }
}

/** The interfaces that some subgraph of the supergraph declares as an @interfaceObject. */
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
