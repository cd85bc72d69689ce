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
import { FieldPlace } from './completion.js';
import { type Completer, completerOf } from './completers.js';

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
}

/** The shapes of one operation, for one set of @skip and @include. Each is made when its type is first met. */
export class Shapes {
  constructor(
    readonly schema: GraphQLSchema,
    private readonly fragments: Record<string, FragmentDefinitionNode>,
    private readonly variables: Record<string, unknown>,
    private readonly sourceKey: (node: FieldNode) => string,
  ) {}

  root(type: GraphQLObjectType, selectionSet: SelectionSetNode): Shape {
    return this.shape(type, collectFields(this.schema, this.fragments, this.variables, type, selectionSet));
  }

  /** What the fields' selections select of one object type. */
  below(nodes: readonly FieldNode[], type: GraphQLObjectType): Shape {
    return this.shape(type, collectSubfields(this.schema, this.fragments, this.variables, type, nodes));
  }

  /** Whether what is selected of an abstract type's value is another thing for another type. */
  dependsOnType(nodes: readonly FieldNode[], type: GraphQLAbstractType): boolean {
    return nodes.some(({ selectionSet }) => selectionSet && this.isTyped(selectionSet, type.name));
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
    const fields = [...collected].map(([key, nodes]) => this.field(type, key, nodes));
    return { fields, bare: collected.has('__proto__') };
  }

  private field(parent: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): ShapeField {
    const node = nodes[0] as FieldNode;
    const name = node.name.value;
    const source = this.sourceKey(node);
    if (name === '__typename') return { key, source, complete: () => parent.name };
    const field = parent.getFields()[name];
    // What introspection answers is complete already.
    if (!field) return { key, source, complete: (value) => value };
    return { key, source, complete: completerOf(field.type, nodes, new FieldPlace(`${parent.name}.${name}`, nodes), this) };
  }
}
