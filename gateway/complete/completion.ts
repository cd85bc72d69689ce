import { type FieldNode, GraphQLError, getLocation, type SourceLocation } from 'graphql';
import type { Fault, PathStep } from '../plan/fault.js';

/** Says that a value could not be completed and that its error is reported: the null is its nearest nullable ancestor's. */
export const FAILED = Symbol('failed');

/** Where a field stands in the client's document, for its errors. */
export class FieldPlace {
  private known: SourceLocation[] | undefined;

  constructor(
    readonly name: string,
    private readonly nodes: readonly FieldNode[],
  ) {}

  /** Computed once: a failed subgraph may fail a thousand places of one field. */
  get locations(): readonly SourceLocation[] {
    this.known ??= this.nodes.flatMap(({ loc }) => (loc ? [getLocation(loc.source, loc.start)] : []));
    return this.known;
  }
}

/** The completion of one answer: where it is, and what has gone wrong so far. */
export class Completion {
  readonly errors: GraphQLError[] = [];
  /** The client's path to the value at hand; only its first `depth` steps count. */
  readonly path: PathStep[] = [];
  private readonly causes: GraphQLError[] = [];

  constructor(
    private readonly clientStep: (step: PathStep) => PathStep,
    private readonly missing: () => Fault,
  ) {}

  /** A subgraph reported an error here, or below a null of its own. */
  fault({ error, below }: Fault, place: FieldPlace, depth: number): typeof FAILED {
    return this.report(error, [...this.path.slice(0, depth), ...below.map(this.clientStep)], place);
  }

  /** Nothing was fetched here. */
  absent(place: FieldPlace, depth: number): typeof FAILED {
    return this.report(this.missing().error, this.path.slice(0, depth), place);
  }

  /** A subgraph answered with something that is no value of the field's type. */
  misfit(place: FieldPlace, depth: number): typeof FAILED {
    const error = new GraphQLError(`A subgraph answered ${place.name} with something that is not of its type.`);
    return this.report(error, this.path.slice(0, depth), place);
  }

  /** A subgraph answered null, without an error, where there must be a value. */
  nullViolation(place: FieldPlace, depth: number): typeof FAILED {
    const error = new GraphQLError(`Cannot return null for non-nullable field ${place.name}.`);
    return this.report(error, this.path.slice(0, depth), place);
  }

  /** Of several errors below an object that fails with one cause, one is enough: all but the last since `start` go. */
  keepOne(start: number): void {
    const last = this.causes.length - 1;
    for (let index = last - 1; index >= start; index--) {
      if (this.causes[index] !== this.causes[last]) continue;
      this.causes.splice(index, 1);
      this.errors.splice(index, 1);
    }
  }

  private report(cause: GraphQLError, path: PathStep[], place: FieldPlace): typeof FAILED {
    const { message, extensions } = cause;
    const error = new GraphQLError(message, { path, extensions, originalError: cause.originalError ?? cause });
    this.errors.push(Object.assign(error, { locations: place.locations }));
    this.causes.push(cause);
    return FAILED;
  }
}
