import { GraphQLError, type GraphQLSchema } from 'graphql';
import { BadUserInputError } from '../errors.js';
import { keyOfGlobalId } from './global-id.js';

/** A representation as the gateway sends it: `__typename`, the fields of one key, and what `@requires` asked for. */
export type Representation = { readonly __typename: string } & Readonly<Record<string, unknown>>;

type Resolve<C> = (key: string, context: C, representation: Representation) => unknown;

/** How a subgraph finds the rows of one type: for each key field a function that returns the row, or null if there is none. */
export interface Reference<C> {
  readonly typeName: string;
  readonly keys: readonly (readonly [name: string, resolve: Resolve<C>])[];
}

/** Declares the reference resolver of one type. Every key of the hub is one string field. */
export function defineReference<C>(typeName: string, keys: Record<string, Resolve<C>>): Reference<C> {
  return { typeName, keys: Object.entries(keys) };
}

/**
 * The reference of a type that this subgraph owns. A row is found by its id and, if other subgraphs use it, by its natural key.
 * @param load finds the row by the natural key, which the id is made of
 */
export function ownReference<C>(typeName: string, load: Resolve<C>, naturalKey?: string): Reference<C> {
  const byId: Resolve<C> = (id, context, representation) => {
    const key = keyOfGlobalId(typeName, id);
    return key == null ? null : load(key, context, representation);
  };
  return defineReference(typeName, naturalKey ? { [naturalKey]: load, id: byId } : { id: byId });
}

/**
 * The reference of a type that this subgraph extends and does not own: every key is taken as it comes,
 * because whether the thing exists is for its owner to say.
 */
export function stubReference<C>(typeName: string, key: string): Reference<C> {
  return defineReference<C>(typeName, { [key]: (value) => ({ [key]: value }) });
}

/**
 * Replaces the `Query._entities` of the library. Each representation is answered separately and in order. An unknown key gives null. A malformed
 * representation gives a BAD_USER_INPUT at its own index. Neither affects the others.
 */
export function answerEntities<C>(schema: GraphQLSchema, references: readonly Reference<C>[]): void {
  const field = schema.getQueryType()?.getFields()._entities;
  if (!field) return;
  const byType = new Map(references.map((reference) => [reference.typeName, reference]));
  field.resolve = (_, { representations }, context) => {
    const answers = (representations as unknown[]).map((given, index) => answer(byType, given, context as C, index));
    return answers.some(isPromise) ? Promise.all(answers) : answers;
  };
}

/** The row, null, or an Error as a value: graphql-js reports an Error in a list at its own index. */
function answer<C>(byType: Map<string, Reference<C>>, given: unknown, context: C, index: number): unknown {
  try {
    const representation = readRepresentation(given, index);
    const { __typename } = representation;
    const reference = byType.get(__typename);
    if (!reference) throw malformed(index, `there is no entity type "${__typename}" here`);
    const typed = (row: object | null | undefined) => (row == null ? null : Object.assign(row, { __typename }));
    const row = resolveReference(reference, representation, context, index);
    return isPromise(row) ? row.then(typed).catch(asError) : typed(row as object | null | undefined);
  } catch (error) {
    return asError(error);
  }
}

const isPromise = (value: unknown): value is Promise<object | null | undefined> => value instanceof Promise;

const asError = (error: unknown) => (error instanceof Error ? error : new GraphQLError(String(error)));

function readRepresentation(given: unknown, index: number): Representation {
  const typeName = (given as Representation | null)?.__typename;
  if (typeof given !== 'object' || typeof typeName !== 'string') throw malformed(index, 'has no __typename');
  return given as Representation;
}

function resolveReference<C>(reference: Reference<C>, representation: Representation, context: C, index: number) {
  for (const [name, resolve] of reference.keys) {
    const key = representation[name];
    // PostgreSQL would refuse the whole batch over it.
    if (typeof key === 'string' && key.includes('\0')) throw malformed(index, `${name} must not contain a NUL`);
    if (typeof key === 'string') return resolve(key, context, representation);
  }
  const names = reference.keys.map(([name]) => name).join(' or ');
  throw malformed(index, `${reference.typeName} is found by ${names}, as a string`);
}

function malformed(index: number, message: string) {
  return new BadUserInputError(`representations.${index}`, message);
}
