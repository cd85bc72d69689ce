import { describe, expect, test } from 'vitest';
import type { Viewer } from '../../../kit/viewer.js';
import { PUBLIC } from '../../../kit/viewer.js';
import {
  canReadAccessLog,
  canReadInFull,
  canReadLastFour,
  canReadProfile,
  canSeeCandidate,
  relationWithoutPlacements,
} from '../../../subgraphs/people/person/person.policy.js';

const as = (role: Viewer['role'], company: string | null = null): Viewer => ({ ...PUBLIC, role, company });
const ADMIN = as('ADMIN');
const MINISTRY = as('MINISTRY');
const KARAKORAM = as('PARTNER', 'karakoram-manpower');
const INDUS = as('PARTNER', 'indus-soft');

describe('what a viewer has to do with a person whom karakoram-manpower registered, before placements are looked at', () => {
  test.each([
    ['the public', PUBLIC, 'NONE', false],
    ['the ministry', MINISTRY, 'NONE', false],
    ['an admin', ADMIN, 'HANDLES', true],
    ['who registered the person', KARAKORAM, 'HANDLES', true],
    // A placement may still make it one that handles or supports; a candidate it is to its own organisation alone.
    ['another partner', INDUS, undefined, false],
  ])('%s', (_, viewer, relation, seesCandidate) => {
    expect(relationWithoutPlacements(viewer, 'karakoram-manpower')).toBe(relation);
    expect(canSeeCandidate(viewer, 'karakoram-manpower')).toBe(seesCandidate);
    expect(canSeeCandidate(viewer, null)).toBe(false);
  });
});

test.each([
  ['HANDLES', { full: true, lastFour: false, profile: true, log: true }],
  ['SUPPORTS', { full: false, lastFour: true, profile: true, log: false }],
  ['NONE', { full: false, lastFour: false, profile: false, log: false }],
] as const)('who %s a person reads', (relation, expected) => {
  expect({
    full: canReadInFull(relation),
    lastFour: canReadLastFour(relation),
    profile: canReadProfile(relation),
    log: canReadAccessLog(relation),
  }).toEqual(expected);
});
