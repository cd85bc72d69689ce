import type { PlacementState } from './placement.states.js';
import type { PlacementEvent } from './placement.type.js';

/** A step as it is stored: what was skipped on the way to it stands inside it. */
export interface RecordedEvent extends PlacementEvent {
  readonly placementPk: number;
  readonly skipped: PlacementState[];
}

/** The whole history, one step after the other; a skipped step has neither date nor document. */
export function unfold(recorded: readonly RecordedEvent[]): PlacementEvent[] {
  return recorded.flatMap((event) => [
    ...event.skipped.map((state) => ({ ...event, state, occurredOn: null, document: null })),
    event,
  ]);
}
