import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  type ValueNode,
  visit,
} from 'graphql';
import { isCondition } from '../kit/execution/conditions.js';
import { fieldsOf } from '../kit/schema/selection.js';

/** No field of a schema starts like this. */
const PREFIX = '_as_';

/**
 * The document of one operation as the planner gets it. Every alias is marked as one, because the planner fetches keys under their own names and
 * mixes them up with a client's `slug: name`. Introspection is answered by the gateway itself and leaves nothing but `__typename`;
 * so does what @skip or @include leaves empty, because the planner has no plan for nothing. Conditions are decided before: it prints
 * some of those on members of a union so that they cannot be read.
 */
export function plannedDocument(document: DocumentNode, variables: Readonly<Record<string, unknown>>): DocumentNode {
  const isLeftOut = leftOut(variables);
  return visit(document, {
    Field: {
      enter: (node) => {
        if (isLeftOut(node)) return null;
        return isIntrospection(node) ? { ...typename, directives: node.directives } : undefined;
      },
      leave: (node) => (isAliased(node) ? { ...node, alias: { kind: Kind.NAME, value: sourceKey(node) } } : undefined),
    },
    InlineFragment: (node) => (isLeftOut(node) ? null : undefined),
    FragmentSpread: (node) => (isLeftOut(node) ? null : undefined),
    Directive: (node) => (conditionOf(node, variables) === undefined ? undefined : null),
    SelectionSet: { leave: (node) => (node.selections.length > 0 ? undefined : { ...node, selections: [typename] }) },
  });
}

/** Whether a planned document asks for any data, rather than for what the gateway knows itself. */
export function asksData({ definitions }: DocumentNode): boolean {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  const roots: SelectionSetNode[] = [];
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
    if (definition.kind === Kind.OPERATION_DEFINITION) roots.push(definition.selectionSet);
  }
  return roots.some((root) => fieldsOf(root, fragments).some(({ name }) => !name.value.startsWith('__')));
}

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** The key under which the plan fetches a field. */
export function sourceKey(node: FieldNode): string {
  return isAliased(node) ? PREFIX + node.alias?.value : node.name.value;
}

/** The client's response key, of the key under which the plan fetches a field. */
export function responseKey(source: string): string {
  return source.startsWith(PREFIX) ? source.slice(PREFIX.length) : source;
}

/** A field of the root that asks about the schema. */
export function isIntrospection({ name }: FieldNode): boolean {
  return name.value === '__schema' || name.value === '__type';
}

function isAliased({ alias, name }: FieldNode): boolean {
  return alias !== undefined && alias.value !== name.value;
}

/** Whether @skip or @include leaves a selection out. */
function leftOut(variables: Readonly<Record<string, unknown>>) {
  return ({ directives = [] }: { readonly directives?: readonly DirectiveNode[] }) =>
    directives.some((each) => conditionOf(each, variables) === false);
}

/** What a directive says of its selection: that it stays, that it goes, or nothing (undefined). */
function conditionOf(directive: DirectiveNode, variables: Readonly<Record<string, unknown>>): boolean | undefined {
  if (!isCondition(directive)) return undefined;
  const value = directive.arguments?.[0]?.value;
  const holds = value?.kind === Kind.VARIABLE ? variables[value.name.value] === true : isTrue(value);
  return holds === (directive.name.value === 'include');
}

function isTrue(value: ValueNode | undefined): boolean {
  return value?.kind === Kind.BOOLEAN && value.value;
}
