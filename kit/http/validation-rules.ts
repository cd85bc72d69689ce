import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { MAX_VALUE_DEPTH, tooDeepValue } from './value-depth.js';

/** Apollo Server makes every error of a rule one of validation; `formatError` reads here what it is instead. */
const limitExceeded = { extensions: { validationErrorCode: 'LIMIT_EXCEEDED' } };

/** Refuses an operation of a kind that the schema has no root type for, which graphql-js finds only when it executes. */
export function servedOperationRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (context.getSchema().getRootType(node.operation)) return;
      context.reportError(new GraphQLError(`The schema has no ${node.operation}s.`, { nodes: [node] }));
    },
  };
}

/**
 * Refuses operations with more than so many levels of braces, fragments followed. What asks about the schema is not counted: it goes
 * to no planner, and tools ask deeply.
 */
export function selectionDepthRule(max: number): ValidationRule {
  return (context) => {
    const depthOf = depthCounter((name) => context.getFragment(name) ?? undefined);
    return {
      OperationDefinition(node) {
        if (depthOf(node.selectionSet) <= max) return;
        context.reportError(
          new GraphQLError(`An operation may be ${max} levels deep, its fragments written out.`, limitExceeded),
        );
      },
    };
  };
}

/** Refuses values in the document that are nested deeper than a variable may be. */
export function valueDepthRule(context: ValidationContext): ASTVisitor {
  let depth = 0;
  const level = {
    enter() {
      depth += 1;
      if (depth === MAX_VALUE_DEPTH + 1) context.reportError(new GraphQLError(tooDeepValue, limitExceeded));
    },
    leave() {
      depth -= 1;
    },
  };
  return { ObjectValue: level, ListValue: level };
}

function depthCounter(fragmentOf: (name: string) => FragmentDefinitionNode | undefined) {
  const counted = new Map<string, number>();

  function depth({ selections }: SelectionSetNode): number {
    let deepest = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) deepest = Math.max(deepest, depthOfFragment(selection.name.value));
      else if (selection.selectionSet && !(selection.kind === Kind.FIELD && selection.name.value.startsWith('__')))
        deepest = Math.max(deepest, depth(selection.selectionSet));
    }
    return deepest + 1;
  }

  /** A spread is no level of its own: its fragment's fields stand where it does. A cycle is left to the rule against cycles. */
  function depthOfFragment(name: string): number {
    const known = counted.get(name);
    if (known !== undefined) return known;
    counted.set(name, 0);
    const fragment = fragmentOf(name);
    const total = fragment ? depth(fragment.selectionSet) - 1 : 0;
    counted.set(name, total);
    return total;
  }

  return depth;
}
