import { type ConstArgumentNode, type ConstDirectiveNode, type ConstValueNode, Kind } from 'graphql';

/** The text of an argument of a supergraph's directive, such as `@join__field(graph: PEOPLE, requires: "size")`. */
export function argumentOf({ arguments: given = [] }: ConstDirectiveNode, name: string): string | undefined {
  const value = given.find((each) => each.name.value === name)?.value;
  return value?.kind === Kind.ENUM || value?.kind === Kind.STRING ? value.value : undefined;
}

/** The directive with other arguments. An argument that is undefined is removed. */
export function withArguments(
  directive: ConstDirectiveNode,
  changed: Readonly<Record<string, ConstValueNode | undefined>>,
): ConstDirectiveNode {
  const kept = directive.arguments?.filter(({ name }) => !Object.hasOwn(changed, name.value)) ?? [];
  const added = Object.entries(changed).flatMap(([name, value]): ConstArgumentNode[] =>
    value ? [{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value }] : [],
  );
  return { ...directive, arguments: [...kept, ...added] };
}

export const enumValue = (value: string): ConstValueNode => ({ kind: Kind.ENUM, value });
export const stringValue = (value: string): ConstValueNode => ({ kind: Kind.STRING, value });
export const booleanValue = (value: boolean): ConstValueNode => ({ kind: Kind.BOOLEAN, value });
