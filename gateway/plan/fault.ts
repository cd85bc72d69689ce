import { GraphQLError } from 'graphql';

/** A step of a path in an answer: a response key or a list index. */
export type PathStep = string | number;

/** An object of an answer while it is being put together. */
export type Row = Record<string, unknown>;

/**
 * A placeholder in the data for a value that a subgraph replaced by an error. It moves with the data, so its final place is the client's
 * path. No arithmetic on paths is needed.
 */
export class Fault {
  /** Further errors at or below the same null. Only one of them can be the cause of the null. */
  readonly rivals: Fault[] = [];

  constructor(
    readonly error: GraphQLError,
    /** The path from here to the origin of the error, if the subgraph had to propagate its null. */
    readonly below: readonly PathStep[] = [],
    /** The sibling key that the error is about, if the error cost the whole object. */
    readonly origin?: string,
  ) {}
}

class Absence {
  readonly absent = true;
}

/** A placeholder for the fields of an entity that its subgraph does not know: null, and not an error. */
export const ABSENT = new Absence();

/** Whether it is a placeholder, and not a value. */
export function isPlaceholder(value: unknown): value is Fault | Absence {
  return value instanceof Fault || value === ABSENT;
}

/** Whether the value is an object of an answer, and not a list or a placeholder. */
export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isPlaceholder(value);
}

/** The error for a subgraph that answers nothing, or something that does not fit the request. */
export function unavailable(subgraph?: string): GraphQLError {
  const part = subgraph === undefined ? 'A part of the hub' : `The part "${subgraph}" of the hub`;
  return new GraphQLError(`${part} does not answer.`, { extensions: { code: 'UNAVAILABLE' } });
}
