import { type DirectiveNode, type DocumentNode, Kind, visit } from 'graphql';
import { BadUserInputError } from '../errors.js';

/** Whether a directive decides if its selection is answered (@skip, @include). Others do not matter here. */
export function isCondition({ name }: DirectiveNode): boolean {
  return name.value === 'skip' || name.value === 'include';
}

/** The variables that steer @skip and @include. */
export function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: (directive) => {
      if (!isCondition(directive)) return;
      for (const { value } of directive.arguments ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** The error for a condition that is null: a variable with a default may be used in a condition and still be null. */
export function nullCondition(
  names: readonly string[],
  variables: Readonly<Record<string, unknown>>,
): BadUserInputError | undefined {
  const name = names.find((each) => variables[each] === null);
  return name === undefined
    ? undefined
    : new BadUserInputError(name, 'must not be null, since @skip or @include asks for it');
}
