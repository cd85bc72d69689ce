import { defineEntity, p } from '@mikro-orm/core';
import { rowPolicies } from '../../../kit/database/row-policies.js';
import { PersonEntity } from '../person/person.entity.js';
import { placementEventsSeen, placementsSeen } from './placement.rows.js';
import { PlacementState } from './placement.states.js';

/** One person's way into one job. Companies and sectors stand here by their own keys. */
export const PlacementEntity = defineEntity({
  name: 'PlacementEntity',
  tableName: 'placement',
  schema: 'people',
  ...rowPolicies({ seen: placementsSeen, counted: true }),
  indexes: [
    // A list under a parent or by itself is read from one of these, in either direction.
    { properties: ['sendingCompany', 'startedOn', 'pk'] },
    { properties: ['acceptingCompany', 'startedOn', 'pk'] },
    { properties: ['supportCompany', 'startedOn', 'pk'] },
    { properties: ['sectorCode', 'startedOn', 'pk'] },
    { properties: ['startedOn', 'pk'] },
    { properties: ['state', 'stateSince', 'pk'] },
    { properties: ['residenceUntil', 'pk'] },
    { properties: ['ssw1LimitOn', 'pk'] },
    // A company's placements are counted by state from the index alone; the other two companies are what the row policy asks for.
    {
      properties: ['sendingCompany', 'state', 'acceptingCompany', 'supportCompany'],
      name: 'placement_sending_state_index',
    },
    {
      properties: ['acceptingCompany', 'state', 'sendingCompany', 'supportCompany'],
      name: 'placement_accepting_state_index',
    },
  ],
  properties: {
    pk: p.integer().primary().autoincrement(),
    reference: p.text().unique(),
    personPk: () => p.manyToOne(PersonEntity).mapToPk().joinColumn('person_pk').index(),
    sendingCompany: p.text().nullable(),
    acceptingCompany: p.text().nullable(),
    supportCompany: p.text().nullable(),
    sectorCode: p.text(),
    occupation: p.text().nullable(),
    statusOfResidence: p.text().nullable(),
    state: p.text().$type<PlacementState>(),
    stateSince: p.date().nullable(),
    /** The state that the placements' own sheet gave last: the same again is no news, even where the history has gone on since. */
    sheetState: p.text().nullable(),
    prefecture: p.text().nullable(),
    salaryJpyMonth: p.integer().nullable(),
    registeredOn: p.date().nullable(),
    coeNumber: p.text().nullable(),
    coeAppliedOn: p.date().nullable(),
    coeIssuedOn: p.date().nullable(),
    coeExpiresOn: p.date().nullable(),
    visaExpiresOn: p.date().nullable(),
    startedOn: p.date().nullable(),
    residenceUntil: p.date().nullable(),
    ssw1MonthsBefore: p.integer().fieldName('ssw1_months_before').nullable(),
    /** The day on which five years of SSW(i) are used up, the months before this placement counted; null where it does not run. */
    ssw1LimitOn: p
      .date()
      .fieldName('ssw1_limit_on')
      .nullable()
      // As PostgreSQL spells it back, so that a comparison of the tables with the entities finds no difference.
      .generated(
        `(CASE
    WHEN ((status_of_residence = 'SSW1'::text) AND (ended_on IS NULL)) THEN ((started_on + make_interval(months => (60 - COALESCE(ssw1_months_before, 0)))))::date
    ELSE NULL::date
END) stored`,
      ),
    endedOn: p.date().nullable(),
    endReason: p.text().nullable(),
    /** The stages that the history has, as the bits of STAGES; so that conversion is counted without reading histories. */
    passed: p.integer().default(0),
    synthetic: p.boolean().default(false),
  },
});

/** A step of a placement's history. Steps that a sheet skipped stand in the next one's `skipped`: they have no date of their own. */
export const PlacementEventEntity = defineEntity({
  name: 'PlacementEventEntity',
  tableName: 'placement_event',
  schema: 'people',
  ...rowPolicies({ seen: placementEventsSeen, counted: true }),
  indexes: [{ properties: ['placementPk', 'position'] }],
  properties: {
    /** Some nine for each placement, and those of imports that are undone use numbers up as well. */
    pk: p.bigint('number').primary().autoincrement(),
    placementPk: () => p.manyToOne(PlacementEntity).mapToPk().joinColumn('placement_pk').deleteRule('cascade'),
    position: p.integer(),
    skipped: p.array().columnType('text[]').defaultRaw(`'{}'`),
    state: p.text().$type<PlacementState>(),
    occurredOn: p.date().nullable(),
    /** Days to the next step, where both have a day and nothing was skipped between them. */
    days: p.integer().nullable(),
    recordedAt: p.datetime().defaultRaw('now()'),
    recordedBy: p.text(),
    document: p.text().nullable(),
  },
});
