import { setImmediate } from 'node:timers/promises';
import { GraphQLError } from 'graphql';
import { refusalOf } from '../../kit/access/refusal.js';
import { HubError, UnavailableError } from '../../kit/errors.js';
import { remember } from '../../kit/execution/remember.js';
import type { RequestContext } from '../../kit/request.js';
import type { Fault, PathStep } from '../plan/fault.js';
import { causeOf, clientPath } from './cause.js';
import type { Completed } from './completers.js';
import type { FieldPlace } from './field-place.js';

/** Marks a value that could not be completed and whose error is reported. Its nearest nullable ancestor becomes null. */
export const FAILED = Symbol('failed');

/** How many values are completed before other requests have their turn. */
const VALUES_OF_A_TURN = 5_000;

/** An error takes as long as some hundred values, and a client reads the first 50: the others are not even made. */
const MAX_REPORTS = 500;

/** The state while one answer is completed: the current path, and the errors so far. */
export class Completion {
  readonly errors: GraphQLError[] = [];
  /** The client's path to the current value. Only its first `depth` steps count. */
  readonly path: PathStep[] = [];
  private readonly causes: GraphQLError[] = [];
  private readonly internals = new Map<string, HubError>();
  /** The places at which each cause was reported. */
  private readonly reported = new Map<GraphQLError, Set<string>>();
  private valuesOfTurn = 0;

  /** @param failure the reason why a value is missing that no subgraph was asked for in the end; undefined if nothing failed */
  constructor(
    private readonly failure: () => GraphQLError | undefined,
    private readonly context: RequestContext,
  ) {}

  /** Counts completed values. */
  count(values: number): void {
    this.valuesOfTurn += values;
  }

  /** Whether other requests must have their turn. */
  get isPauseDue(): boolean {
    return this.valuesOfTurn >= VALUES_OF_A_TURN;
  }

  /** Lets other requests have their turn. @throws UnavailableError if nobody waits for the answer any longer */
  async pause(): Promise<void> {
    this.valuesOfTurn = 0;
    await setImmediate();
    if (this.context.signal?.aborted) throw new UnavailableError('The request took too long.');
  }

  /** A subgraph reported an error: at this field, below a null of its own, or at a sibling, so that the whole object was lost. */
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

  /** Nothing was fetched for this field: an earlier fetch failed, or no fetch could bring it. */
  absent(field: Completed, depth: number): typeof FAILED {
    const error = this.failure() ?? this.internal(`No subgraph answered field ${field.place.name}.`);
    return this.report(error, this.to(depth), field.place);
  }

  /** A field, or an object of this type, is not open to the viewer. */
  refused(name: string, field: Completed, depth: number): typeof FAILED {
    return this.report(refusalOf(this.context.viewer, name), this.to(depth), field.place);
  }

  /** A subgraph answered with something that is not a value of the field's type, or that is hidden from clients. */
  misfit(field: Completed, depth: number): typeof FAILED {
    const error = this.internal(`Invalid value found for field ${field.place.name}.`);
    return this.report(error, this.to(depth), field.place);
  }

  /** A subgraph answered with an object whose type is unknown, hidden from clients, or not possible for the field. */
  unknownType(field: Completed, depth: number): typeof FAILED {
    const error = this.internal(
      `Invalid value found for field ${field.place.name}: the type of the object is not one of its types.`,
    );
    return this.report(error, this.to(depth), field.place);
  }

  /** A subgraph answered null without an error, although the type is not nullable. */
  nullViolation(field: Completed, depth: number): typeof FAILED {
    const error = this.internal(`Cannot return null for non-nullable field ${field.place.name}.`);
    return this.report(error, this.to(depth), field.place);
  }

  /** If an object fails with one cause, one error is enough: removes all errors since `start` except the last. */
  keepOne(start: number): void {
    const last = this.causes.length - 1;
    for (let index = last - 1; index >= start; index--) {
      if (this.causes[index] !== this.causes[last]) continue;
      this.causes.splice(index, 1);
      this.errors.splice(index, 1);
    }
  }

  /** A fault of a subgraph, in words that a client may read. It is one cause, even if it affects many values. */
  private internal(message: string): HubError {
    return remember(this.internals, message, () => new HubError('INTERNAL', message));
  }

  private to(depth: number): PathStep[] {
    return this.path.slice(0, depth);
  }

  private report(cause: GraphQLError, path: PathStep[], place: FieldPlace): typeof FAILED {
    const places = remember(this.reported, cause, () => new Set<string>());
    const where = path.join('.');
    if (places.has(where) || this.errors.length >= MAX_REPORTS) return FAILED;
    places.add(where);
    const { message, extensions } = cause;
    const error = new GraphQLError(message, { path, extensions, originalError: cause.originalError ?? cause });
    this.errors.push(Object.assign(error, { locations: place.locations }));
    this.causes.push(cause);
    return FAILED;
  }
}
