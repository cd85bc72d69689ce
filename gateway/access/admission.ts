import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { RuntimeType } from '../complete/collect-fields.js';
import { type Grants, isMet, type Requirement } from './requirement.js';
import type { Requirements } from './requirements.js';

/** What of one document is refused to those who bring the same grants. */
export class Admission {
  /** Selections that are refused whatever the type of their object. */
  private readonly refusedNodes = new Set<FieldNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly requirements: Requirements,
    private readonly grants: Grants,
    document: DocumentNode,
  ) {
    const info = new TypeInfo(schema);
    const find = (node: FieldNode) => {
      if (this.refusesAll(info.getParentType(), node.name.value)) this.refusedNodes.add(node);
    };
    visit(document, visitWithTypeInfo(info, { Field: find }));
  }

  /**
   * The document as it is planned: no subgraph is asked for what is refused. Where it depends on the type of an object, the type is
   * asked for.
   */
  planned(document: DocumentNode): DocumentNode {
    const info = new TypeInfo(this.schema);
    return visit(
      document,
      visitWithTypeInfo(info, {
        Field: (node) => (this.refusedNodes.has(node) ? null : undefined),
        SelectionSet: {
          leave: (node) =>
            isAbstractType(info.getParentType()) ? { ...node, selections: [...node.selections, TYPENAME] } : undefined,
        },
      }),
    );
  }

  /** Whether the selections of one field of an object are refused: for its type, or for the interface that they are asked of. */
  refuses(type: RuntimeType, fieldName: string, nodes: readonly FieldNode[]): boolean {
    return (
      this.lacks(this.requirements.ofField(type.name, fieldName)) || nodes.some((node) => this.refusedNodes.has(node))
    );
  }

  /** Whether objects of a type are refused, wherever they stand. */
  refusesType({ name }: RuntimeType): boolean {
    return this.lacks(this.requirements.ofType(name));
  }

  private refusesAll(type: GraphQLCompositeType | null | undefined, fieldName: string): boolean {
    if (!type) return false;
    const refused = ({ name }: GraphQLCompositeType) => this.lacks(this.requirements.ofField(name, fieldName));
    return refused(type) || (isAbstractType(type) && this.schema.getPossibleTypes(type).every(refused));
  }

  private lacks(requirement: Requirement | undefined): boolean {
    return requirement !== undefined && !isMet(requirement, this.grants);
  }
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
