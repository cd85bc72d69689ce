import { type RawBuilder, sql } from 'kysely';
import { ArgsType } from 'type-graphql';
import { tableOf } from '../../../kit/database/table.js';
import { defineOrder } from '../../../kit/list/order.js';
import { defineDimensions } from '../../../kit/stats/dimensions.js';
import { type StatsDefinition, statsArgs } from '../../../kit/stats/stats.js';
import { PlacementEntity } from '../placement/placement.entity.js';
import { placementFilter } from '../placement/placement.input.js';
import { EMPLOYED_STATES } from '../placement/placement.states.js';

const column = (property: string, description: string) => ({
  property,
  expression: (table: { column(name: string): RawBuilder<unknown> }) => table.column(property),
  description,
});
const yearOf = (property: string, date: string, description: string) => ({
  property,
  expression: (table: { column(name: string): RawBuilder<unknown> }) =>
    sql`extract(year from ${table.column(date)})::integer`,
  description,
});
const monthOf = (property: string, date: string, description: string) => ({
  property,
  expression: (table: { column(name: string): RawBuilder<unknown> }) => sql`to_char(${table.column(date)}, 'YYYY-MM')`,
  description,
});

export const placementDimensions = defineDimensions('PlacementDimension', {
  STATE: column('state', 'By state.'),
  SECTOR: column('sectorCode', 'By sector.'),
  STATUS_OF_RESIDENCE: column('statusOfResidence', 'By status of residence.'),
  SENDING_COMPANY: column('sendingCompany', 'By sending organisation.'),
  ACCEPTING_COMPANY: column('acceptingCompany', 'By accepting employer.'),
  SUPPORT_COMPANY: column('supportCompany', 'By support organisation.'),
  PREFECTURE: column('prefecture', 'By prefecture of the workplace.'),
  REGISTERED_YEAR: yearOf('registeredYear', 'registeredOn', 'By year of registration.'),
  REGISTERED_MONTH: monthOf('registeredMonth', 'registeredOn', 'By month of registration.'),
  STARTED_YEAR: yearOf('startedYear', 'startedOn', 'By year of the first day of work.'),
  STARTED_MONTH: monthOf('startedMonth', 'startedOn', 'By month of the first day of work.'),
});

const started = sql`count(*) filter (where r.started_on is not null)`;
const leftEarly = sql`count(*) filter (
  where r.state in ('RETURNED', 'CHANGED_EMPLOYER') and r.ended_on - r.started_on < 365)`;

const measures = {
  count: sql`count(*)::integer`,
  employed: sql`(count(*) filter (where r.state = any(${EMPLOYED_STATES})))::integer`,
  started: sql`${started}::integer`,
  leftEarly: sql`${leftEarly}::integer`,
  leftEarlyShare: sql`${leftEarly}::float / nullif(${started}, 0)`,
  medianSalaryJpyMonth: sql`percentile_cont(0.5) within group (order by r.salary_jpy_month)`,
};

export const placementStatsOrder = defineOrder('PlacementStatsOrder', {
  COUNT: { property: 'count', type: 'integer', description: 'By the number of placements.' },
  EMPLOYED: { property: 'employed', type: 'integer', description: 'By the number of workers who are employed now.' },
  LEFT_EARLY: { property: 'leftEarly', type: 'integer', description: 'By the number of workers who left early.' },
  LEFT_EARLY_SHARE: {
    property: 'leftEarlyShare',
    type: 'numeric',
    description: 'By the share of workers who left early.',
  },
});

export const placementStats: StatsDefinition = {
  table: tableOf(PlacementEntity),
  filter: placementFilter,
  dimensions: placementDimensions,
  measures,
  order: placementStatsOrder,
};

@ArgsType()
export class PlacementStatsArgs extends statsArgs(placementFilter, placementDimensions, placementStatsOrder) {}
