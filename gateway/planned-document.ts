import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { fieldsOf } from '../kit/schema/selection.js';
import { conditionOf, leftOut } from './left-out.js';
import type { RuntimeTypes } from './runtime-types.js';

/** No field of a schema starts like this. */
const PREFIX = '_as_';

/**
 * The document of one operation as the planner gets it. Every alias gets a prefix, because the planner fetches keys under their own names and
 * confuses them with a client's `slug: name`. The gateway answers introspection itself. It also evaluates conditions before planning,
 * because the planner prints some conditions on members of a union in an unreadable form.
 *
 * The client's own `__typename`, under any alias, is left out: the answer is completed by the types of `types`, and the planner loses
 * fields next to an aliased `__typename`. Instead, a selection on an interface or a union asks for a plain `__typename` if completion
 * needs it. A selection that becomes empty asks only for `__typename`, because the planner cannot plan an empty selection.
 */
export function plannedDocument(
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  types: RuntimeTypes,
): DocumentNode {
  const isLeftOut = leftOut(variables);
  const selecting = { fragments: fragmentsOf(document), isLeftOut };
  const typeInfo = new TypeInfo(types.schema);
  return visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field: {
        enter: (node) => (isLeftOut(node) || isIntrospection(node) ? null : undefined),
        leave: (node) =>
          isAliased(node) ? { ...node, alias: { kind: Kind.NAME, value: sourceKey(node) } } : undefined,
      },
      InlineFragment: (node) => (isLeftOut(node) ? null : undefined),
      FragmentSpread: (node) => (isLeftOut(node) ? null : undefined),
      Directive: (node) => (conditionOf(node, variables) === undefined ? undefined : null),
      SelectionSet: {
        leave: (node) => {
          const data = node.selections.filter((each) => each.kind !== Kind.FIELD || each.name.value !== '__typename');
          const needsType = data.length === 0 || types.areNeeded(typeInfo.getParentType(), node, selecting);
          return { ...node, selections: needsType ? [TYPENAME, ...data] : data };
        },
      },
    }),
  );
}

/** Whether a planned document asks for any data, and not only for fields that the gateway answers itself. */
export function asksData(document: DocumentNode): boolean {
  const fragments = fragmentsOf(document);
  return document.definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      fieldsOf(definition.selectionSet, fragments).some(({ name }) => !name.value.startsWith('__')),
  );
}

/** The fragments of a document. A client may give one the name of a property that every object has. */
function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return fragments;
}

/** The selection of an object's type. */
export const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** The key under which the plan fetches a field. */
export function sourceKey(node: FieldNode): string {
  return isAliased(node) ? PREFIX + node.alias?.value : node.name.value;
}

/** The client's response key for a key under which the plan fetches a field. */
export function responseKey(source: string): string {
  return source.startsWith(PREFIX) ? source.slice(PREFIX.length) : source;
}

/** An introspection field of the root. */
export function isIntrospection({ name }: FieldNode): boolean {
  return name.value === '__schema' || name.value === '__type';
}

function isAliased({ alias, name }: FieldNode): boolean {
  return alias !== undefined && alias.value !== name.value;
}
