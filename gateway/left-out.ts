import { type DirectiveNode, Kind, type ValueNode } from 'graphql';
import { isCondition } from '../kit/execution/conditions.js';

/** Whether @skip or @include, with these variables, leaves a selection out. */
export type IsLeftOut = (selection: { readonly directives?: readonly DirectiveNode[] }) => boolean;

export function leftOut(variables: Readonly<Record<string, unknown>>): IsLeftOut {
  return ({ directives = [] }) => directives.some((each) => conditionOf(each, variables) === false);
}

/** What a directive says about its selection: keep it, leave it out, or nothing (undefined). */
export function conditionOf(
  directive: DirectiveNode,
  variables: Readonly<Record<string, unknown>>,
): boolean | undefined {
  if (!isCondition(directive)) return undefined;
  const { name, arguments: [given] = [] } = directive;
  const value = given?.value;
  const holds = value?.kind === Kind.VARIABLE ? variables[value.name.value] === true : isTrue(value);
  return holds === (name.value === 'include');
}

/** Whether a value is written as `true`. */
export function isTrue(value: ValueNode | undefined): boolean {
  return value?.kind === Kind.BOOLEAN && value.value;
}
