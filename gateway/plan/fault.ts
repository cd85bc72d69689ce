import { GraphQLError } from 'graphql';

/** A step of a path in an answer: a response key or a list index. */
export type PathStep = string | number;

/** An object of an answer while its parts are being put together. */
export type Row = Record<string, unknown>;

/**
 * Stands in the data where a subgraph reported an error instead of a value. What happens to the data happens to it: wherever it
 * ends up is the client's path, without any arithmetic on paths.
 */
export class Fault {
  /** Further errors at or below the same null. Only one of them can be why it is null. */
  readonly rivals: Fault[] = [];

  constructor(
    readonly error: GraphQLError,
    /** From here to where the error arose, where the subgraph had to propagate its null. */
    readonly below: readonly PathStep[] = [],
    /** The key beside this one that the error is about, where it cost the whole object. */
    readonly origin?: string,
  ) {}
}

class Absence {
  readonly absent = true;
}

/** Stands for the fields of an entity that its subgraph does not know: null, and not an error. */
export const ABSENT = new Absence();

/** Whether it takes a value's place rather than being one. */
export function isPlaceholder(value: unknown): value is Fault | Absence {
  return value instanceof Fault || value === ABSENT;
}

/** Whether the value is an object of an answer, and neither a list nor a placeholder. */
export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isPlaceholder(value);
}

/** The error where a subgraph says nothing, or something that is not an answer to its question. */
export function unavailable(subgraph?: string): GraphQLError {
  const part = subgraph === undefined ? 'A part of the hub' : `The part "${subgraph}" of the hub`;
  return new GraphQLError(`${part} does not answer.`, { extensions: { code: 'UNAVAILABLE' } });
}
