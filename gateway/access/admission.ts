import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { RuntimeType } from '../complete/collect-fields.js';
import { TYPENAME } from '../planned-document.js';
import { type Grants, isMet, type Requirement } from './requirement.js';
import type { Requirements } from './requirements.js';

/** What is refused in one document, for all requests with the same grants. */
export class Admission {
  /** Selections that are refused for every type of their object. */
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
   * The document as it is planned. It lacks the refused fields, so no subgraph is asked for them. If a refusal depends on the type of an
   * object, the document asks for that type.
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

  /** Whether the selections of one field of an object are refused: by its type, or by the interface on which they are selected. */
  refuses(type: RuntimeType, fieldName: string, nodes: readonly FieldNode[]): boolean {
    return (
      this.lacks(this.requirements.ofField(type.name, fieldName)) || nodes.some((node) => this.refusedNodes.has(node))
    );
  }

  /** Whether all objects of a type are refused. */
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
