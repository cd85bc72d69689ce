import pg from 'pg';
import { describe, expect, it } from 'vitest';
import type { StateMachine } from '../../kit/state-machine.js';
import { placementStates as placement } from '../../subgraphs/people/placement/placement.states.js';
import { contractStates as contract } from '../../subgraphs/trade-events/contract/contract.states.js';
import { freshDatabase } from '../testkit/postgres.js';

/** The states from which one step leads to a state. */
function statesBefore<State extends string>(machine: StateMachine<State>, to: NoInfer<State>): State[] {
  return machine.states.filter((from) => machine.canMove(from, to)).sort();
}

const ABROAD = [
  'REGISTERED',
  'IN_TRAINING',
  'TESTS_PASSED',
  'MATCHED',
  'OFFERED',
  'COE_APPLIED',
  'COE_ISSUED',
  'VISA_APPLIED',
  'VISA_ISSUED',
  'PROTECTOR_CLEARED',
  'DEPARTED',
  'EMPLOYED',
  'CHANGE_PENDING',
  'CHANGED_EMPLOYER',
] as const;

describe('a placement', () => {
  it('begins with the registration, to which nothing leads back', () => {
    expect(placement.states.filter((state) => placement.canMove(null, state))).toEqual(['REGISTERED']);
    expect(statesBefore(placement, 'REGISTERED')).toEqual([]);
  });

  it('goes step by step from the registration to another employer', () => {
    for (const [at, state] of ABROAD.entries())
      expect(placement.canMove(ABROAD[at - 1] ?? null, state), `to ${state}`).toBe(true);
  });

  it('ends in three states', () => {
    expect(placement.terminalStates.toSorted()).toEqual(['CHANGED_EMPLOYER', 'RETURNED', 'WITHDRAWN']);
  });

  it('is withdrawn as long as the worker has not departed, and then no more', () => {
    const late = ['DEPARTED', 'EMPLOYED', 'EXTENDED', 'CHANGE_PENDING', 'CHANGED_EMPLOYER', 'RETURNED', 'WITHDRAWN'];
    expect(statesBefore(placement, 'WITHDRAWN')).toEqual(
      placement.states.filter((state) => !late.includes(state)).sort(),
    );
  });

  it.each([
    ['TESTS_PASSED', ['COE_REFUSED', 'IN_TRAINING', 'MATCHED', 'OFFERED', 'REGISTERED', 'STATUS_CHANGE_APPLIED']],
    ['COE_APPLIED', ['COE_ISSUED', 'COE_REFUSED', 'OFFERED', 'VISA_REFUSED']],
    ['EMPLOYED', ['CHANGE_PENDING', 'DEPARTED', 'STATUS_CHANGE_APPLIED']],
    ['EXTENDED', ['EMPLOYED', 'EXTENDED']],
    ['CHANGE_PENDING', ['EMPLOYED', 'EXTENDED']],
    ['RETURNED', ['CHANGE_PENDING', 'DEPARTED', 'EMPLOYED', 'EXTENDED']],
  ] as const)('comes to %s from %j alone', (to, from) => {
    expect(statesBefore(placement, to)).toEqual(from);
  });

  it.each([
    ['REGISTERED', 'MATCHED', 'untested'],
    ['TESTS_PASSED', 'OFFERED', 'unmatched'],
    ['OFFERED', 'COE_ISSUED', 'without an application'],
    ['COE_APPLIED', 'VISA_APPLIED', 'without a certificate'],
    ['COE_REFUSED', 'VISA_APPLIED', 'with a certificate refused'],
    ['VISA_REFUSED', 'VISA_APPLIED', 'without a new certificate'],
    ['VISA_ISSUED', 'DEPARTED', 'uncleared'],
    ['COE_ISSUED', 'STATUS_CHANGE_APPLIED', 'as if in Japan'],
    ['EMPLOYED', 'EMPLOYED', 'twice'],
    ['EMPLOYED', 'CHANGED_EMPLOYER', 'unannounced'],
    ['DEPARTED', 'EXTENDED', 'unemployed'],
    ['RETURNED', 'REGISTERED', 'anew'],
  ] as const)('never goes from %s to %s, %s', (from, to, how) => {
    expect(placement.canMove(from, to), how).toBe(false);
  });
});

describe('a contract', () => {
  it('begins as a lead and ends in four states', () => {
    expect(contract.states.filter((state) => contract.canMove(null, state))).toEqual(['LEAD']);
    expect(contract.terminalStates.toSorted()).toEqual(['CANCELLED', 'COMPLETED', 'LOST', 'TERMINATED']);
  });

  it.each([
    ['LEAD', []],
    ['LOI_MOU', ['LEAD']],
    ['SIGNED', ['LEAD', 'LOI_MOU']],
    ['IN_DELIVERY', ['SIGNED']],
    ['COMPLETED', ['IN_DELIVERY']],
    ['LOST', ['LEAD']],
    ['CANCELLED', ['LOI_MOU']],
    ['TERMINATED', ['IN_DELIVERY', 'SIGNED']],
  ] as const)('comes to %s from %j alone', (to, from) => {
    expect(statesBefore(contract, to)).toEqual(from);
  });
});

describe('a state machine', () => {
  it.each([
    ['MATCHED', 'COE_ISSUED', ['OFFERED', 'COE_APPLIED', 'COE_ISSUED']],
    ['VISA_REFUSED', 'VISA_ISSUED', ['COE_APPLIED', 'COE_ISSUED', 'VISA_APPLIED', 'VISA_ISSUED']],
    [null, 'IN_TRAINING', ['REGISTERED', 'IN_TRAINING']],
    [null, 'WITHDRAWN', ['REGISTERED', 'WITHDRAWN']],
    ['EMPLOYED', 'EMPLOYED', []],
    ['EMPLOYED', 'WITHDRAWN', null],
    ['RETURNED', 'EMPLOYED', null],
    ['EMPLOYED', 'REGISTERED', null],
  ] as const)('knows the shortest path from %s to %s', (from, to, path) => {
    expect(placement.pathBetween(from, to)).toEqual(path);
  });

  it('takes another way where a state is left out', () => {
    expect(placement.pathBetween('OFFERED', 'EMPLOYED')).toEqual(['STATUS_CHANGE_APPLIED', 'EMPLOYED']);
    expect(placement.without('STATUS_CHANGE_APPLIED').pathBetween('VISA_ISSUED', 'EMPLOYED')).toEqual([
      'PROTECTOR_CLEARED',
      'DEPARTED',
      'EMPLOYED',
    ]);
    expect(placement.without('STATUS_CHANGE_APPLIED').pathBetween('OFFERED', 'EMPLOYED')).toHaveLength(7);
  });

  it('only ever takes legal steps, and its table for SQL holds every path', async () => {
    const database = await freshDatabase();
    const client = new pg.Client(database.applicationUrl);
    await client.connect();
    try {
      for (const machine of [placement, contract]) {
        const { rows } = await client.query(`select from_state, to_state, skipped from ${machine.transitionsSql}`);
        const expected = [null, ...machine.states].flatMap((from) =>
          machine.states.flatMap((to) => {
            const path = machine.pathBetween(from as never, to as never) as string[] | null;
            const repeats = from === to && machine.canMove(from as never, to as never);
            if (!path || (path.length === 0 && !repeats)) return [];
            let at = from;
            for (const next of path) {
              expect(machine.canMove(at as never, next as never)).toBe(true);
              at = next as never;
            }
            return [{ from_state: from, to_state: to, skipped: path.slice(0, -1) }];
          }),
        );
        const byPair = (row: { from_state: string | null; to_state: string }) => `${row.from_state} ${row.to_state}`;
        const sorted = (table: typeof expected) => table.toSorted((a, b) => byPair(a).localeCompare(byPair(b)));
        expect(sorted(rows)).toEqual(sorted(expected));
      }
    } finally {
      await client.end();
      await database.drop();
    }
  });
});
