import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLAbstractType,
  GraphQLObjectType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql';
import { remember } from '../../kit/execution/remember.js';
import type { Admission } from '../access/admission.js';
import { leftOut } from '../left-out.js';
import type { RuntimeTypes, Selecting } from '../runtime-types.js';
import { collectFields, type RuntimeType, selectionOf } from './collect-fields.js';
import { type Completer, completerOf, refused } from './completers.js';
import { FieldPlace } from './field-place.js';

/** The fields that an operation selects on one object type: each once, in the client's order, with its completer. */
export interface Shape {
  readonly fields: readonly ShapeField[];
  /** Whether the client named a field `__proto__`, which an ordinary object cannot hold. */
  readonly bare: boolean;
}

export interface ShapeField {
  /** The client's response key. */
  readonly key: string;
  /** The key under which the plan fetched it. */
  readonly source: string;
  readonly complete: Completer;
  /** Undefined if nothing can go wrong. */
  readonly place?: FieldPlace;
}

/** The shapes of one operation, for one set of @skip and @include. Each is made when its type first appears. */
export class Shapes {
  private readonly known = new Map<readonly FieldNode[], Map<RuntimeType, Shape>>();
  private readonly selecting: Selecting;

  constructor(
    readonly schema: GraphQLSchema,
    private readonly types: RuntimeTypes,
    fragments: Readonly<Record<string, FragmentDefinitionNode>>,
    variables: Readonly<Record<string, unknown>>,
    private readonly sourceKey: (node: FieldNode) => string,
    /** What is refused to this viewer. Undefined if nothing is. */
    private readonly admission: Admission | undefined,
  ) {
    this.selecting = { fragments, isLeftOut: leftOut(variables) };
  }

  root(type: GraphQLObjectType, selectionSet: SelectionSetNode): Shape {
    return this.shape(type, [selectionSet]);
  }

  /** The fields that the selections select on one type. */
  below(nodes: readonly FieldNode[], type: RuntimeType): Shape {
    const byType = remember(this.known, nodes, () => new Map<RuntimeType, Shape>());
    return remember(byType, type, () => this.shape(type, nodes.map(selectionOf)));
  }

  /** Whether the selection on an abstract type gives different fields for different types. */
  dependsOnType(nodes: readonly FieldNode[], type: GraphQLAbstractType): boolean {
    // A refusal can depend on the type, so the plan asks for the type.
    if (this.admission) return true;
    return nodes.some((node) => this.types.areAsked(type, selectionOf(node), this.selecting));
  }

  /** Whether objects of this type are refused to this viewer. */
  refuses(type: RuntimeType): boolean {
    return this.admission?.refusesType(type) ?? false;
  }

  private shape(type: RuntimeType, selectionSets: readonly SelectionSetNode[]): Shape {
    const collected = collectFields(this.schema, this.selecting, type, selectionSets);
    const fields: ShapeField[] = [];
    for (const [key, nodes] of collected) fields.push(this.field(type, key, nodes, fields));
    return { fields, bare: collected.has('__proto__') };
  }

  private field(parent: RuntimeType, key: string, nodes: readonly FieldNode[], siblings: ShapeField[]): ShapeField {
    const node = nodes[0] as FieldNode;
    const name = node.name.value;
    const source = this.sourceKey(node);
    const type = parent.getFields()[name]?.type;
    if (name === '__typename') return { key, source, complete: () => parent.name };
    // Answers of introspection are already complete.
    if (!type) return { key, source, complete: (value) => value };
    const place = new FieldPlace(`${parent.name}.${name}`, key, source, type, nodes, siblings);
    const field = { type, nodes, place, shapes: this };
    const complete = this.admission?.refuses(parent, name, nodes) ? refused(field) : completerOf(field);
    return { key, source, complete, place };
  }
}
