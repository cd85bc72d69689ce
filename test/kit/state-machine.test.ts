import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { defineStateMachine } from '../../kit/state-machine.js';
import { freshDatabase } from '../testkit/postgres.js';

const placement = defineStateMachine(['REGISTERED'], {
  REGISTERED: ['IN_TRAINING', 'TESTS_PASSED', 'WITHDRAWN'],
  IN_TRAINING: ['TESTS_PASSED', 'WITHDRAWN'],
  TESTS_PASSED: ['MATCHED', 'WITHDRAWN'],
  MATCHED: ['OFFERED', 'TESTS_PASSED', 'WITHDRAWN'],
  OFFERED: ['COE_APPLIED', 'STATUS_CHANGE_APPLIED', 'TESTS_PASSED', 'WITHDRAWN'],
  COE_APPLIED: ['COE_ISSUED', 'COE_REFUSED', 'WITHDRAWN'],
  COE_REFUSED: ['COE_APPLIED', 'TESTS_PASSED', 'WITHDRAWN'],
  COE_ISSUED: ['VISA_APPLIED', 'COE_APPLIED', 'WITHDRAWN'],
  VISA_APPLIED: ['VISA_ISSUED', 'VISA_REFUSED', 'WITHDRAWN'],
  VISA_REFUSED: ['COE_APPLIED', 'WITHDRAWN'],
  VISA_ISSUED: ['PROTECTOR_CLEARED', 'WITHDRAWN'],
  PROTECTOR_CLEARED: ['DEPARTED', 'WITHDRAWN'],
  STATUS_CHANGE_APPLIED: ['EMPLOYED', 'TESTS_PASSED', 'WITHDRAWN'],
  DEPARTED: ['EMPLOYED', 'RETURNED'],
  EMPLOYED: ['EXTENDED', 'CHANGE_PENDING', 'RETURNED'],
  EXTENDED: ['EXTENDED', 'CHANGE_PENDING', 'RETURNED'],
  CHANGE_PENDING: ['CHANGED_EMPLOYER', 'EMPLOYED', 'RETURNED'],
  CHANGED_EMPLOYER: [],
  RETURNED: [],
  WITHDRAWN: [],
});

const contract = defineStateMachine(['LEAD'], {
  LEAD: ['LOI_MOU', 'SIGNED', 'LOST'],
  LOI_MOU: ['SIGNED', 'CANCELLED'],
  SIGNED: ['IN_DELIVERY', 'TERMINATED'],
  IN_DELIVERY: ['COMPLETED', 'TERMINATED'],
  COMPLETED: [],
  TERMINATED: [],
  LOST: [],
  CANCELLED: [],
});

describe('a state machine', () => {
  it.each([
    ['REGISTERED', 'TESTS_PASSED', true],
    ['REGISTERED', 'MATCHED', false],
    ['EXTENDED', 'EXTENDED', true],
    ['EMPLOYED', 'EMPLOYED', false],
    ['PROTECTOR_CLEARED', 'WITHDRAWN', true],
    ['DEPARTED', 'WITHDRAWN', false],
    ['WITHDRAWN', 'REGISTERED', false],
  ] as const)('one step from %s to %s: %s', (from, to, legal) => {
    expect(placement.canMove(from, to)).toBe(legal);
  });

  it('begins where it may', () => {
    expect(placement.canMove(null, 'REGISTERED')).toBe(true);
    expect(placement.canMove(null, 'EMPLOYED')).toBe(false);
  });

  it('ends where nothing leads on', () => {
    expect(placement.terminalStates).toEqual(['CHANGED_EMPLOYER', 'RETURNED', 'WITHDRAWN']);
    expect(contract.terminalStates).toEqual(['COMPLETED', 'TERMINATED', 'LOST', 'CANCELLED']);
  });

  it.each([
    ['MATCHED', 'COE_ISSUED', ['OFFERED', 'COE_APPLIED', 'COE_ISSUED']],
    ['VISA_REFUSED', 'VISA_ISSUED', ['COE_APPLIED', 'COE_ISSUED', 'VISA_APPLIED', 'VISA_ISSUED']],
    [null, 'IN_TRAINING', ['REGISTERED', 'IN_TRAINING']],
    [null, 'WITHDRAWN', ['REGISTERED', 'WITHDRAWN']],
    ['EMPLOYED', 'EMPLOYED', []],
    ['EMPLOYED', 'WITHDRAWN', null],
    ['RETURNED', 'EMPLOYED', null],
    ['EMPLOYED', 'REGISTERED', null],
  ] as const)('the shortest path from %s to %s', (from, to, path) => {
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
