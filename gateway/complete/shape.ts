import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { remember } from '../../kit/execution/remember.js';
import type { Admission } from '../access/admission.js';
import { type Completer, completerOf, refused } from './completers.js';
import { FieldPlace } from './field-place.js';

/** What an operation selects of one object type: each field once, in the client's order, with how to complete it. */
export interface Shape {
  readonly fields: readonly ShapeField[];
  /** Whether the client named a field `__proto__`, which an ordinary object cannot hold. */
  readonly bare: boolean;
}

interface ShapeField {
  /** The client's response key. */
  readonly key: string;
  /** The key under which the plan fetched it. */
  readonly source: string;
  readonly complete: Completer;
  /** Undefined where nothing can go wrong. */
  readonly place?: FieldPlace;
}

/** The shapes of one operation, for one set of @skip and @include. Each is made when its type is first met. */
export class Shapes {
  private readonly known = new Map<readonly FieldNode[], Map<GraphQLObjectType, Shape>>();

  constructor(
    readonly schema: GraphQLSchema,
    private readonly fragments: Record<string, FragmentDefinitionNode>,
    private readonly variables: Record<string, unknown>,
    private readonly sourceKey: (node: FieldNode) => string,
    /** What is refused to who asks; undefined where nothing is. */
    private readonly admission: Admission | undefined,
  ) {}

  root(type: GraphQLObjectType, selectionSet: SelectionSetNode): Shape {
    return this.shape(type, collectFields(this.schema, this.fragments, this.variables, type, selectionSet));
  }

  /** What the fields' selections select of one object type. */
  below(nodes: readonly FieldNode[], type: GraphQLObjectType): Shape {
    const byType = remember(this.known, nodes, () => new Map<GraphQLObjectType, Shape>());
    return remember(byType, type, () =>
      this.shape(type, collectSubfields(this.schema, this.fragments, this.variables, type, nodes)),
    );
  }

  /** Whether what is selected of an abstract type's value is another thing for another type. */
  dependsOnType(nodes: readonly FieldNode[], type: GraphQLAbstractType): boolean {
    return nodes.some(({ selectionSet }) => selectionSet && this.isTyped(selectionSet, type.name));
  }

  /** Whether objects of this type are refused to who asks. */
  refuses(type: GraphQLObjectType): boolean {
    return this.admission?.refusesType(type) ?? false;
  }

  private isTyped({ selections }: SelectionSetNode, typeName: string): boolean {
    return selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value === '__typename';
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments[selection.name.value];
      const condition = fragment?.typeCondition?.name.value ?? typeName;
      return condition !== typeName || (fragment !== undefined && this.isTyped(fragment.selectionSet, typeName));
    });
  }

  private shape(type: GraphQLObjectType, collected: ReadonlyMap<string, readonly FieldNode[]>): Shape {
    const fields: ShapeField[] = [];
    for (const [key, nodes] of collected) fields.push(this.field(type, key, nodes, fields));
    return { fields, bare: collected.has('__proto__') };
  }

  private field(
    parent: GraphQLObjectType,
    key: string,
    nodes: readonly FieldNode[],
    siblings: ShapeField[],
  ): ShapeField {
    const node = nodes[0] as FieldNode;
    const name = node.name.value;
    const source = this.sourceKey(node);
    const type = parent.getFields()[name]?.type;
    if (name === '__typename') return { key, source, complete: () => parent.name };
    // What introspection answers is complete already.
    if (!type) return { key, source, complete: (value) => value };
    const place = new FieldPlace(`${parent.name}.${name}`, key, source, type, nodes, siblings);
    const field = { type, nodes, place, shapes: this };
    const complete = this.admission?.refuses(parent, name, nodes) ? refused(field) : completerOf(field);
    return { key, source, complete, place };
  }
}
