import type { PlacementState } from '../../subgraphs/people/placement/placement.states.js';
import type { StatusOfResidence } from '../../subgraphs/people/placement/placement.type.js';
import type { Employer } from './firms.js';
import type { SectorProfile } from './sector-profiles.js';

/** A step of a history. */
export interface Step {
  readonly state: PlacementState;
  readonly day: number;
}

/** All that a placement's rows, its person's row and its history agree about. */
export interface Story {
  /** Counted from 1. */
  readonly index: number;
  /** The index of the person, who may have had a placement before. */
  readonly person: number;
  readonly sector: SectorProfile;
  /** The slug of the sending organisation; the empty text for none. */
  readonly sending: string;
  readonly employer: Employer;
  readonly status: StatusOfResidence;
  readonly withinJapan: boolean;
  readonly ssw1MonthsBefore: number;
  /** Strictly in the order of their days; none after today. */
  readonly steps: readonly Step[];
  readonly startedOn: number | undefined;
  readonly endedOn: number | undefined;
}

/** What is settled before the first day of work. */
export type Beginning = Omit<Story, 'steps' | 'startedOn' | 'endedOn'>;
