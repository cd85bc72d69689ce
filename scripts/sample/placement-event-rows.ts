import type { PlacementState } from '../../subgraphs/people/placement/placement.states.js';
import { placementStory } from './placement-story.js';
import { type Random, stream } from './random.js';
import { coeNumber, placementReference } from './references.js';
import type { SampleRow } from './sample-row.js';
import type { Step } from './story.js';
import type { World } from './world.js';

/** Steps that real sheets leave out, and that no column of the placement tells of. */
const OFTEN_LEFT_OUT: ReadonlySet<PlacementState> = new Set<PlacementState>([
  'IN_TRAINING',
  'MATCHED',
  'OFFERED',
  'VISA_APPLIED',
  'PROTECTOR_CLEARED',
  'DEPARTED',
]);
const GAPPY_SHARE = 0.35;
const LEFT_OUT_SHARE = 0.8;

const DOCUMENTS: Partial<Record<PlacementState, string>> = {
  TESTS_PASSED: 'Test certificates',
  OFFERED: 'Employment contract',
  COE_REFUSED: 'Notice of refusal',
  VISA_ISSUED: 'Visa',
  VISA_REFUSED: 'Notice of refusal',
  PROTECTOR_CLEARED: 'Protector stamp',
  EMPLOYED: 'Residence card',
  EXTENDED: 'Residence card',
};

/** The sheet of histories: of a minority, as of real ones, some steps are missing. */
export function* placementEventRows(world: World): Generator<SampleRow> {
  const details = stream(world.seed, 'placement events');
  for (let index = 1; index <= world.placements; index += 1) {
    const reference = placementReference(index);
    for (const { state, day } of reported(placementStory(world, index).steps, details(index))) {
      yield {
        placement: reference,
        state,
        occurred_on: world.calendar.text(day),
        document: state === 'COE_ISSUED' ? `COE ${coeNumber(index)}` : (DOCUMENTS[state] ?? ''),
      };
    }
  }
}

function reported(steps: readonly Step[], random: Random): readonly Step[] {
  if (!random.chance(GAPPY_SHARE) || turnsBack(steps)) return steps;
  const last = steps.at(-1);
  return steps.filter((step) => step === last || !OFTEN_LEFT_OUT.has(step.state) || !random.chance(LEFT_OUT_SHARE));
}

/** Whether it comes to a state twice: what is missing from such a history could not be guessed from the rest. */
function turnsBack(steps: readonly Step[]): boolean {
  const passed = steps.filter(({ state }) => state !== 'EXTENDED');
  return new Set(passed.map(({ state }) => state)).size < passed.length;
}
