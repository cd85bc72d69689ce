import { registerEnumType } from 'type-graphql';

/** The values of an enum made by {@link defineEnum}. */
export type EnumValue<E extends object> = keyof E & string;

const MEANINGS = new WeakMap<object, Readonly<Record<string, string>>>();

/** What a value of an enum means; undefined where these values are no enum made by {@link defineEnum}. */
export function meaningOf(values: object, value: string): string | undefined {
  return MEANINGS.get(values)?.[value];
}

/**
 * A GraphQL enum as a table of its values and what each means. The result maps every value to itself,
 * so that it serves type-graphql (`@Field(() => State)`), validation (`value in State`) and code (`State.SIGNED`) alike.
 */
export function defineEnum<V extends string>(
  name: string,
  description: string,
  meanings: Record<V, string>,
): { readonly [K in V]: K } {
  const values = Object.fromEntries(Object.keys(meanings).map((value) => [value, value])) as { [K in V]: K };
  const valuesConfig: Record<string, { description: string }> = {};
  for (const value of Object.keys(meanings) as V[]) valuesConfig[value] = { description: meanings[value] };
  MEANINGS.set(values, meanings);
  registerEnumType<Record<string, string>>(values, { name, description, valuesConfig });
  return values;
}
