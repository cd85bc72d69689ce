import { GraphQLError } from 'graphql';
import { refusalOf } from '../../kit/access/refusal.js';
import { HubError } from '../../kit/errors.js';
import { remember } from '../../kit/execution/remember.js';
import type { Viewer } from '../../kit/viewer.js';
import type { Fault, PathStep } from '../plan/fault.js';
import { causeOf, clientPath } from './cause.js';
import type { Completed } from './completers.js';
import type { FieldPlace } from './field-place.js';

/** Says that a value could not be completed and that its error is reported: the null is its nearest nullable ancestor's. */
export const FAILED = Symbol('failed');

/** The completion of one answer: where it is, and what has gone wrong so far. */
export class Completion {
  readonly errors: GraphQLError[] = [];
  /** The client's path to the value at hand; only its first `depth` steps count. */
  readonly path: PathStep[] = [];
  private readonly causes: GraphQLError[] = [];
  private readonly internals = new Map<string, HubError>();
  /** Where each cause was reported. */
  private readonly reported = new Map<GraphQLError, Set<string>>();

  /** @param failure why a value may be missing that no subgraph was asked for in the end; undefined where nothing failed */
  constructor(
    private readonly failure: () => GraphQLError | undefined,
    private readonly viewer: Viewer,
  ) {}

  /** A subgraph reported an error: here, below a null of its own, or beside this so that the whole object was lost. */
  fault(fault: Fault, field: Completed, depth: number): typeof FAILED {
    if (fault.origin === undefined) {
      const cause = causeOf(fault, field);
      return this.report(cause.error, [...this.to(depth), ...clientPath(cause.below, field)], field.place);
    }
    const origin = field.place.sibling(fault.origin);
    if (!origin) return this.report(fault.error, this.to(depth), field.place);
    const { type, nodes, key } = origin;
    const below = clientPath(fault.below, { type, nodes, shapes: field.shapes });
    return this.report(fault.error, [...this.to(depth - 1), key, ...below], origin);
  }

  /** Nothing was fetched here: a fetch before it failed, or none could bring it. */
  absent(field: Completed, depth: number): typeof FAILED {
    const error = this.failure() ?? this.internal(`No subgraph answered field ${field.place.name}.`);
    return this.report(error, this.to(depth), field.place);
  }

  /** A field, or an object of this type, is not open to who asks. */
  refused(name: string, field: Completed, depth: number): typeof FAILED {
    return this.report(refusalOf(this.viewer, name), this.to(depth), field.place);
  }

  /** A subgraph answered with something that is no value of the field's type, or with one that is hidden from clients. */
  misfit(field: Completed, depth: number): typeof FAILED {
    const error = this.internal(`Invalid value found for field ${field.place.name}.`);
    return this.report(error, this.to(depth), field.place);
  }

  /** A subgraph answered with an object whose type is hidden from clients, is none that the field can have, or is not known. */
  unknownType(field: Completed, depth: number): typeof FAILED {
    const error = this.internal(
      `Invalid value found for field ${field.place.name}: the type of the object is not one of its types.`,
    );
    return this.report(error, this.to(depth), field.place);
  }

  /** A subgraph answered null, without an error, where there must be a value. */
  nullViolation(field: Completed, depth: number): typeof FAILED {
    const error = this.internal(`Cannot return null for non-nullable field ${field.place.name}.`);
    return this.report(error, this.to(depth), field.place);
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

  /** A fault of a subgraph, in words that a client may read: one cause, however many values it spoils. */
  private internal(message: string): HubError {
    return remember(this.internals, message, () => new HubError('INTERNAL', message));
  }

  private to(depth: number): PathStep[] {
    return this.path.slice(0, depth);
  }

  private report(cause: GraphQLError, path: PathStep[], place: FieldPlace): typeof FAILED {
    const places = remember(this.reported, cause, () => new Set<string>());
    const where = path.join('.');
    if (places.has(where)) return FAILED;
    places.add(where);
    const { message, extensions } = cause;
    const error = new GraphQLError(message, { path, extensions, originalError: cause.originalError ?? cause });
    this.errors.push(Object.assign(error, { locations: place.locations }));
    this.causes.push(cause);
    return FAILED;
  }
}
