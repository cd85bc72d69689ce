import {
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { remember } from '../../kit/execution/remember.js';
import { Admission } from './admission.js';
import { type Grants, isMet, type Requirement } from './requirement.js';
import type { Requirements } from './requirements.js';

/** The parts of one operation that are not open to everybody. */
export class OperationAccess {
  /** The different requirements of its fields, and of the types that its objects may have. */
  private readonly asked: readonly Requirement[];
  private readonly keys = new WeakMap<Grants, string>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly requirements: Requirements,
    private readonly document: DocumentNode,
  ) {
    this.asked = requirements.isEmpty ? [] : requirementsIn(document, schema, requirements);
  }

  /** A key for the part of the operation that these grants open. Grants that open the same part have the same key. */
  key(grants: Grants): string {
    return remember(this.keys, grants, () => this.asked.map((each) => (isMet(each, grants) ? '1' : '0')).join(''));
  }

  /** The part of the operation that these grants open. Undefined if all of it is open. */
  admit(grants: Grants): Admission | undefined {
    if (this.asked.every((each) => isMet(each, grants))) return undefined;
    return new Admission(this.schema, this.requirements, grants, this.document);
  }
}

function requirementsIn(document: DocumentNode, schema: GraphQLSchema, requirements: Requirements): Requirement[] {
  const found = new Map<string, Requirement>();
  const add = (requirement: Requirement | undefined) => {
    if (requirement) found.set(JSON.stringify(requirement), requirement);
  };
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: ({ name }) => {
        for (const parent of withPossible(info.getParentType(), schema)) {
          add(requirements.ofField(parent.name, name.value));
        }
        const type = getNamedType(info.getType());
        if (isAbstractType(type)) for (const each of schema.getPossibleTypes(type)) add(requirements.ofType(each.name));
      },
    }),
  );
  return [...found.values()];
}

function withPossible(type: GraphQLCompositeType | null | undefined, schema: GraphQLSchema): GraphQLCompositeType[] {
  if (!type) return [];
  return isAbstractType(type) ? [type, ...schema.getPossibleTypes(type)] : [type];
}
