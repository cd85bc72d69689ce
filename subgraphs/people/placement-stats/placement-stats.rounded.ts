import type { CoarseFields } from '../../../kit/stats/rounded-filter.js';
import { type RoundedFunction, roundedFunction } from '../../../kit/stats/rounded-function.js';
import type { RoundedStats } from '../../../kit/stats/rounded-stats.js';
import { EMPLOYED_STATES, STAGES } from '../placement/placement.states.js';
import { placementStats } from './placement-stats.input.js';

/** The counts for viewers who may not see the placements. A company can only be the parent, never a dimension. */
const placements = {
  schema: 'people',
  table: 'people.placement',
  person: 'r.person_pk',
  parents: {
    all: 'true',
    ANY: '(r.sending_company = parent.key or r.accepting_company = parent.key or r.support_company = parent.key)',
    SENDING: 'r.sending_company = parent.key',
    ACCEPTING: 'r.accepting_company = parent.key',
    SUPPORT: 'r.support_company = parent.key',
    sector: 'r.sector_code = parent.key',
  },
  dimensions: {
    state: 'r.state',
    sectorCode: 'r.sector_code',
    statusOfResidence: 'r.status_of_residence',
    prefecture: 'r.prefecture',
    registeredYear: 'extract(year from r.registered_on)::integer',
    registeredMonth: `to_char(r.registered_on, 'YYYY-MM')`,
    startedYear: 'extract(year from r.started_on)::integer',
    startedMonth: `to_char(r.started_on, 'YYYY-MM')`,
  },
};

const coarse: CoarseFields = {
  state: 'state',
  sector: 'sectorCode',
  statusOfResidence: 'statusOfResidence',
  prefecture: 'prefecture',
  registeredOn: { year: 'registeredYear', month: 'registeredMonth' },
  startedOn: { year: 'startedYear', month: 'startedMonth' },
};

const texts = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');

export const roundedPlacements: RoundedStats = {
  stats: placementStats,
  coarse,
  function: {
    ...placements,
    name: 'placement_stats',
    size: 'count',
    counts: {
      employed: `r.state in (${texts(EMPLOYED_STATES)})`,
      started: 'r.started_on is not null',
      leftEarly: `r.state in ('RETURNED', 'CHANGED_EMPLOYER') and r.ended_on - r.started_on < 365`,
    },
    shares: { leftEarlyShare: { part: 'leftEarly', whole: 'started' } },
    medians: { medianSalaryJpyMonth: 'r.salary_jpy_month' },
  },
};

/** Every stage is a bit of `passed`, and what comes later the bits of higher rank. */
const stages = STAGES.map(({ state, rank }, index) => {
  const later = STAGES.reduce((bits, other, bit) => (other.rank > rank ? bits | (1 << bit) : bits), 0);
  return `('${state}', ${1 << index}, ${later})`;
});

/** Each placement once for each stage that it has been in. */
export const roundedStages: RoundedFunction = {
  ...placements,
  name: 'stage_stats',
  each: {
    join: `join (values ${stages.join(', ')}) stage(state, bit, later) on r.passed & stage.bit > 0`,
    reads: [],
    properties: { stage: 'stage.state' },
    tally: 'r.passed',
  },
  size: 'entered',
  counts: { advanced: 'r.passed & stage.later > 0' },
  shares: { conversion: { part: 'advanced', whole: 'entered' } },
  medians: {},
};

/** Each placement once for each step whose days are known; apart from the stages, because histories are long. */
export const roundedStageDays: RoundedFunction = {
  ...placements,
  name: 'stage_days',
  each: {
    join: `join people.placement_event event on event.placement_pk = r.pk and event.days is not null
      and event.state in (${texts(STAGES.map(({ state }) => state))})`,
    reads: ['people.placement_event'],
    properties: { stage: 'event.state' },
  },
  size: 'steps',
  counts: {},
  shares: {},
  medians: { medianDays: 'event.days' },
};

/** What migrations make of it. */
export const placementFunctions = [roundedPlacements.function, roundedStages, roundedStageDays].map(roundedFunction);
