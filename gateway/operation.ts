import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { conditionVariables, nullCondition } from '../kit/execution/conditions.js';
import { oneOperation } from '../kit/execution/one-operation.js';
import { type RootField, rootFieldsOf } from '../kit/execution/root-fields.js';
import type { Variables } from '../kit/execution/variables.js';
import { type Fragments, fieldsOf } from '../kit/schema/selection.js';
import { OperationAccess } from './access/operation-access.js';
import type { Grants } from './access/requirement.js';
import type { Requirements } from './access/requirements.js';
import type { Amount } from './ceiling/amount.js';
import type { Ceiling } from './ceiling/ceiling.js';
import { type Shape, Shapes } from './complete/shape.js';
import { introspectionOf } from './introspection.js';
import type { KeptCombinations } from './kept-combinations.js';
import type { Step } from './plan/step.js';
import { asksData, plannedDocument, sourceKey } from './planned-document.js';
import type { Planner } from './planner.js';

/** The facts about a request on which plans and shapes depend: the viewer's grants, and the roll for progressive overrides. */
export interface Asker {
  readonly grants: Grants;
  /** From 0 to 100: a field with `@override(label: "percent(n)")` has moved for requests below n. */
  readonly roll: number;
}

/** A root field of a mutation, planned and completed as an operation of its own. */
export type MutationField = Pick<RootField, 'key' | 'isNullable' | 'isWrite'> & { readonly operation: Operation };

/** One operation of a client, with everything that is known without its variables. */
export class Operation {
  private static count = 0;
  readonly rootType: GraphQLObjectType;
  /** Its introspection part, if there is one. */
  readonly introspection: DocumentNode | undefined;
  private readonly document: DocumentNode;
  /** Without a prototype: a fragment may have the name of one of its methods. */
  private readonly fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  private readonly conditions: readonly string[];
  private readonly access: OperationAccess;
  /** The estimated number of values in its answer. */
  private readonly size: Amount;
  /** Distinguishes its plans and shapes from those of other operations. */
  private readonly name = String(Operation.count++);
  private readonly selections: number;
  private mutationFields: ReadonlyMap<string, MutationField> | undefined;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly planner: Planner,
    private readonly requirements: Requirements,
    private readonly ceiling: Ceiling,
    private readonly kept: KeptCombinations,
    document: DocumentNode,
    readonly node: OperationDefinitionNode,
  ) {
    this.rootType = schema.getRootType(node.operation) as GraphQLObjectType;
    this.document = oneOperation(document, node.name?.value);
    for (const definition of this.document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments[definition.name.value] = definition;
    }
    this.conditions = conditionVariables(this.document);
    this.access = new OperationAccess(schema, requirements, this.document);
    this.selections = countFields(node.selectionSet, this.fragments);
    this.size = ceiling.size(this.rootType, node.selectionSet, this.fragments);
    this.introspection = introspectionOf(node, this.fragments);
    if (this.introspection) ceiling.checkIntrospection(this.introspection);
  }

  /** The plan for these values of @skip and @include, for this viewer. A failure is not kept. */
  plan(variables: Readonly<Record<string, unknown>>, asker: Asker): Promise<Step> {
    const key = `${this.combination(variables, asker)} ${this.planner.overridesAt(asker.roll)}`;
    const { plans } = this.kept;
    return plans.remember(key, () => ({
      selections: this.selections,
      step: this.makePlan(variables, asker).catch((error) => {
        plans.delete(key);
        throw error;
      }),
    })).step;
  }

  /** The shapes of the answer for these values of @skip and @include. */
  shape(variables: Record<string, unknown>, asker: Asker): Shape {
    const { schema, planner, fragments } = this;
    return this.kept.shapes.remember(this.combination(variables, asker), () => {
      const admission = this.access.admit(asker.grants);
      const shapes = new Shapes(schema, planner.types, fragments, variables, sourceKey, admission);
      return { selections: this.selections, shape: shapes.root(this.rootType, this.node.selectionSet) };
    }).shape;
  }

  /** The root fields of a mutation that run for these values of @skip and @include, in order. */
  rootFields(variables: Record<string, unknown>, asker: Asker): MutationField[] {
    this.mutationFields ??= this.splitMutation();
    return this.shape(variables, asker).fields.flatMap(({ key }) => this.mutationFields?.get(key) ?? []);
  }

  /**
   * Checks the variables before anything uses them.
   * @throws HubError if the answer may be too large, or if a variable of @skip or @include is null
   */
  check(variables: Variables): void {
    const error = nullCondition(this.conditions, variables);
    if (error) throw error;
    this.ceiling.check(this.size, variables);
  }

  private splitMutation(): ReadonlyMap<string, MutationField> {
    const fields = new Map<string, MutationField>();
    for (const [key, field] of rootFieldsOf(this.schema, this.document, this.node)) {
      const operation = new Operation(
        this.schema,
        this.planner,
        this.requirements,
        this.ceiling,
        this.kept,
        field.document,
        field.operation,
      );
      fields.set(key, { ...field, operation });
    }
    return fields;
  }

  private combination(variables: Readonly<Record<string, unknown>>, { grants }: Asker): string {
    const conditions = this.conditions.map((name) => (variables[name] ? '1' : '0')).join('');
    return `${this.name} ${conditions} ${this.access.key(grants)}`;
  }

  private async makePlan(variables: Readonly<Record<string, unknown>>, { grants, roll }: Asker): Promise<Step> {
    const open = this.access.admit(grants)?.planned(this.document) ?? this.document;
    const document = plannedDocument(open, variables, this.planner.types);
    return asksData(document) ? this.planner.plan(document, this.node.name?.value, roll) : async () => {};
  }
}

/** The number of fields of a selection, with its fragments written out. */
function countFields(selectionSet: SelectionSetNode | undefined, fragments: Fragments): number {
  const fields = fieldsOf(selectionSet, fragments);
  return fields.reduce((total, field) => total + countFields(field.selectionSet, fragments), fields.length);
}
