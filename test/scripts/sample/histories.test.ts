import { beforeAll, describe, expect, it } from 'vitest';
import type { SampleRow } from '../../../scripts/sample/sample-row.js';
import { type PlacementState, placementStates } from '../../../subgraphs/people/placement/placement.states.js';
import { daysBetween, type Sheets, SMALL, sheetsOf, TODAY } from './sheets.js';

interface Told {
  placement: SampleRow;
  steps: SampleRow[];
}

let sheets: Sheets;
let told: Told[];
beforeAll(async () => {
  sheets = await sheetsOf(SMALL);
  const steps = Map.groupBy(sheets['placement-events'], ({ placement }) => placement);
  told = sheets.placements.map((placement) => ({ placement, steps: steps.get(placement.reference) ?? [] }));
});

const stateOf = (step: SampleRow | undefined) => step?.state as PlacementState;
const lastDay = (steps: SampleRow[], state: PlacementState) =>
  steps.findLast((step) => step.state === state)?.occurred_on;

/** Whether it leaves steps out: a whole history moves one step of the machine at a time. */
function isGappy({ steps }: Told): boolean {
  return steps.some((step, at) => !placementStates.canMove(at === 0 ? null : stateOf(steps[at - 1]), stateOf(step)));
}

describe('every history', () => {
  it('is a legal path of the state machine, of which a minority leaves steps out', () => {
    const illegal = told.filter(({ steps }) =>
      steps.some((step, at) => {
        const from = at === 0 ? null : stateOf(steps[at - 1]);
        return (
          !placementStates.canMove(from, stateOf(step)) && !placementStates.pathBetween(from, stateOf(step))?.length
        );
      }),
    );
    expect(illegal).toEqual([]);
    const gappy = told.filter(isGappy).length / told.length;
    expect(gappy).toBeGreaterThan(0.1);
    expect(gappy).toBeLessThan(0.4);
  });

  it('runs forward in time and ends by today', () => {
    const wrong = told.filter(({ steps }) =>
      steps.some((step, at) => (step.occurred_on as string) <= ((steps[at - 1]?.occurred_on as string) ?? '')),
    );
    expect(wrong).toEqual([]);
    expect(told.filter(({ steps }) => (steps.at(-1)?.occurred_on as string) > TODAY)).toEqual([]);
  });

  it('agrees with the columns of its placement', () => {
    for (const { placement, steps } of told) {
      expect(placement.state).toBe(steps.at(-1)?.state);
      expect(placement.registered_on).toBe(steps[0]?.occurred_on);
      expect(placement.coe_applied_on).toBe(lastDay(steps, 'COE_APPLIED') ?? '');
      expect(placement.started_on).toBe(steps.find(({ state }) => state === 'EMPLOYED')?.occurred_on ?? '');
      const ended = placementStates.terminalStates.includes(placement.state as PlacementState);
      expect(placement.ended_on).toBe(ended ? steps.at(-1)?.occurred_on : '');
      const issued = lastDay(steps, 'COE_ISSUED') ?? '';
      expect(placement.coe_issued_on).toBe(issued >= (placement.coe_applied_on as string) ? issued : '');
      if (placement.state === 'TESTS_PASSED') expect(placement.accepting_company).toBe('');
    }
  });
});

it('no certificate for food service is applied for under the suspension', () => {
  const placements = new Set(
    sheets.placements.filter(({ sector }) => sector === 'food-service').map(({ reference }) => reference),
  );
  const applications = sheets['placement-events'].filter(
    ({ placement, state }) => state === 'COE_APPLIED' && placements.has(placement),
  );
  expect(applications.length).toBeGreaterThan(20);
  expect(applications.filter(({ occurred_on }) => (occurred_on as string) >= '2026-04-13')).toEqual([]);
});

it('whoever changes the employer has a next placement, which begins the day after', () => {
  const byPerson = Map.groupBy(sheets.placements, ({ person }) => person);
  const left = sheets.placements.filter(({ state }) => state === 'CHANGED_EMPLOYER');
  expect(left.length).toBeGreaterThan(20);
  for (const placement of left) {
    const [, next] = byPerson.get(placement.person) as SampleRow[];
    expect(daysBetween(placement.ended_on as string, next?.started_on as string)).toBe(1);
    expect(next?.sector).toBe(placement.sector);
  }
  expect([...byPerson.values()].filter((placements) => placements.length > 1)).toHaveLength(left.length);
});

describe('whoever works', () => {
  const working = () =>
    sheets.placements.filter(({ state }) => ['EMPLOYED', 'EXTENDED', 'CHANGE_PENDING'].includes(state as string));

  it('may stay beyond today, and as SSW(i) for no more than five years in all', () => {
    expect(working().filter(({ residence_until }) => (residence_until as string) < TODAY)).toEqual([]);
    const tooLong = working().filter(
      ({ status_of_residence, started_on, residence_until, ssw1_months_before }) =>
        status_of_residence === 'SSW1' &&
        daysBetween(started_on as string, residence_until as string) > (60 - Number(ssw1_months_before)) * 30.5 + 3,
    );
    expect(tooLong).toEqual([]);
  });

  it('has no SSW status in information technology', () => {
    const statuses = new Set(
      sheets.placements.filter(({ sector }) => sector === 'it').map(({ status_of_residence }) => status_of_residence),
    );
    expect(statuses).toContain('ENGINEER_HUMANITIES');
    expect([...statuses].filter((status) => status?.startsWith('SSW'))).toEqual([]);
  });
});

it('tests are passed by the day that the history gives', () => {
  const people = new Map(sheets.people.map((person) => [person.reference, person]));
  const firstPlacements = told.filter(({ placement, steps }) => {
    const own = placement.reference?.slice('S-PL-'.length) === placement.person?.slice('S-P-'.length);
    return own && placement.sector !== 'it' && steps.some(({ state }) => state === 'TESTS_PASSED');
  });
  expect(firstPlacements.length).toBeGreaterThan(1_000);
  for (const { placement, steps } of firstPlacements) {
    const person = people.get(placement.person) as SampleRow;
    const passed = steps.find(({ state }) => state === 'TESTS_PASSED')?.occurred_on as string;
    expect(person.registered_by).toBe(placement.sending_company);
    const [sector, day] = (person.skills_tests as string).split('@');
    expect(sector).toBe(placement.sector);
    expect((day as string) <= passed).toBe(true);
    expect(Boolean(person.jlpt) || (person.jft_basic_on as string) <= passed).toBe(true);
  }
});
