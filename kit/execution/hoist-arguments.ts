import {
  type ArgumentNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  TypeInfo,
  type ValueNode,
  type VariableNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type ValueReader, valueReader } from './value-reader.js';
import type { Variables } from './variables.js';

/** An argument whose value has variables inside. */
interface HoistedArgument {
  /** The variable that stands in its place. */
  readonly name: string;
  readonly read: ValueReader;
}

/** A document in which no value has variables inside: such an argument has one variable for its whole value. */
export interface HoistedDocument {
  readonly document: DocumentNode;
  readonly hoisted: readonly HoistedArgument[];
}

/**
 * Replaces each argument whose value contains variables by one variable. If such an inner variable has no value, graphql-jit writes null,
 * although the field of the input object must then be absent.
 */
export function hoistArguments(schema: GraphQLSchema, document: DocumentNode, typeName: string): HoistedDocument {
  const typeInfo = new TypeInfo(schema);
  const hoisted: HoistedArgument[] = [];
  const taken = variableNames(document);
  let isDirective = false;

  const hoist = (node: ArgumentNode): ArgumentNode | undefined => {
    const type = typeInfo.getInputType();
    if (isDirective || !type || !hasVariableInside(node.value)) return undefined;
    const name = freeName(taken);
    hoisted.push({ name, read: valueReader(node.value, type) });
    return { ...node, value: variable(name) };
  };
  const copy = visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Directive: {
        enter: () => {
          isDirective = true;
        },
        leave: () => {
          isDirective = false;
        },
      },
      Argument: { leave: hoist },
    }),
  );
  return { document: visit(copy, { OperationDefinition: { leave: (node) => declare(node) } }), hoisted };

  function declare<T extends { readonly variableDefinitions?: readonly unknown[] }>(node: T): T {
    const type = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: typeName } };
    const declared = hoisted.map(({ name }) => ({ kind: Kind.VARIABLE_DEFINITION, variable: variable(name), type }));
    return { ...node, variableDefinitions: [...(node.variableDefinitions ?? []), ...declared] };
  }
}

/** The variables, with the values of the replaced arguments. Undefined if one of these values does not have its type. */
export function withHoisted(variables: Variables, hoisted: readonly HoistedArgument[]): Variables | undefined {
  if (hoisted.length === 0) return variables;
  const all = Object.assign(Object.create(null), variables);
  for (const { name, read } of hoisted) {
    all[name] = read(variables);
    if (all[name] === undefined) return undefined;
  }
  return all;
}

function hasVariableInside(value: ValueNode): boolean {
  if (value.kind === Kind.LIST) return value.values.some(isOrHasVariable);
  if (value.kind === Kind.OBJECT) return value.fields.some((field) => isOrHasVariable(field.value));
  return false;
}

function isOrHasVariable(value: ValueNode): boolean {
  return value.kind === Kind.VARIABLE || hasVariableInside(value);
}

function variableNames(document: DocumentNode): Set<string> {
  const names = new Set<string>();
  visit(document, { Variable: ({ name }) => void names.add(name.value) });
  return names;
}

function freeName(taken: Set<string>): string {
  let number = 0;
  while (taken.has(`hoisted_${number}`)) number += 1;
  taken.add(`hoisted_${number}`);
  return `hoisted_${number}`;
}

function variable(name: string): VariableNode {
  return { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } };
}
