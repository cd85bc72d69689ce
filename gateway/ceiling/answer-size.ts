import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  type InlineFragmentNode,
  isCompositeType,
  isListType,
  isUnionType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import type { Fragments } from '../../kit/schema/selection.js';
import { type Amount, product, sum } from './amount.js';
import { type Field, isConnection, listSize, pageSize } from './list-size.js';

/** The fields of one response key of one type. */
interface Asked {
  readonly type: GraphQLCompositeType;
  readonly nodes: FieldNode[];
}

/** Estimates how many values the answer to a selection can hold. Page sizes are multiplied down the selection. */
export class AnswerSize {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Fragments,
    /** The number of items in lists of introspection types, by `Type.field`. Without it, introspection fields are not counted. */
    private readonly sizes?: ReadonlyMap<string, number>,
  ) {}

  /** @param page the page size, if this is the selection of a connection */
  of(type: GraphQLCompositeType, selections: readonly SelectionSetNode[], page?: Amount): Amount {
    const asked = new Map<string, Asked>();
    for (const selection of selections) this.collect(type, selection, asked);
    return sum([...asked.values()].map((each) => this.ofField(each, page)));
  }

  private ofField({ type, nodes }: Asked, page: Amount | undefined): Amount {
    const [node] = nodes as [FieldNode];
    const field = this.sizes ? introspectionField(type, node) : dataField(type, node);
    if (!field) return 1;
    const size = this.sizes?.get(`${type.name}.${field.name}`) ?? this.sizeOf(field, node, page);
    const named = getNamedType(field.type);
    if (!isCompositeType(named)) return size;
    const below = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
    return product(size, sum([1, this.of(named, below, isConnection(field) ? pageSize(field, node) : undefined)]));
  }

  private sizeOf(field: Field, node: FieldNode, page: Amount | undefined): Amount {
    return page !== undefined && isListType(getNullableType(field.type)) ? page : listSize(field, node);
  }

  private collect(type: GraphQLCompositeType, { selections }: SelectionSetNode, asked: Map<string, Asked>): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const key = `${type.name}.${(selection.alias ?? selection.name).value}`;
        const known = asked.get(key);
        if (known) known.nodes.push(selection);
        else asked.set(key, { type, nodes: [selection] });
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments[selection.name.value];
      if (fragment) this.collect(this.conditionOf(fragment, type), fragment.selectionSet, asked);
    }
  }

  private conditionOf(
    { typeCondition }: FragmentDefinitionNode | InlineFragmentNode,
    type: GraphQLCompositeType,
  ): GraphQLCompositeType {
    const named = typeCondition && this.schema.getType(typeCondition.name.value);
    return isCompositeType(named) ? named : type;
  }
}

/** Undefined for fields that the gateway answers itself. */
function dataField(type: GraphQLCompositeType, { name }: FieldNode): Field | undefined {
  return isUnionType(type) ? undefined : type.getFields()[name.value];
}

function introspectionField(type: GraphQLCompositeType, node: FieldNode): Field | undefined {
  return [SchemaMetaFieldDef, TypeMetaFieldDef].find(({ name }) => name === node.name.value) ?? dataField(type, node);
}
