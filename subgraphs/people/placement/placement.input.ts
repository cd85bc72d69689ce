import { sql } from 'kysely';
import { ArgsType, Field, ID } from 'type-graphql';
import { TODAY } from '../../../kit/database/today.js';
import { enumComparator } from '../../../kit/list/comparators.js';
import { by, compare, defineFilter } from '../../../kit/list/filter.js';
import { listArgs } from '../../../kit/list/list-args.js';
import { defineOrder } from '../../../kit/list/order.js';
import { isOwnCandidate } from '../candidate/candidate.input.js';
import { JlptLevel } from '../candidate/candidate.type.js';
import { PlacementState } from './placement.states.js';
import { StatusOfResidence } from './placement.type.js';

export const placementFilter = defineFilter(
  'PlacementFilter',
  'Selects placements. A placement must match every field that you set.',
  {
    reference: by.key('reference', 'By reference, the readable key.'),
    state: by.oneOf('PlacementState', PlacementState, 'state', 'By state.'),
    stateSince: by.date('stateSince', 'By the day since which the placement has been in its state.'),
    daysInState: by.int(
      (table) => sql`(${TODAY} - ${table.column('stateSince')})`,
      'By the number of days that the placement has been in its state, up to today (UTC).',
    ),
    sector: by.key('sectorCode', 'By the code of the sector.'),
    statusOfResidence: by.oneOf('StatusOfResidence', StatusOfResidence, 'statusOfResidence', 'By status of residence.'),
    sendingCompany: by.key('sendingCompany', 'By the slug of the sending organisation.'),
    acceptingCompany: by.key('acceptingCompany', 'By the slug of the accepting employer.'),
    supportCompany: by.key('supportCompany', 'By the slug of the support organisation.'),
    occupation: by.text('occupation', 'By occupation: an ISCO-08 code or a text.'),
    prefecture: by.key(
      'prefecture',
      'By the prefecture of the workplace, as an ISO 3166-2 code: for example "JP-23" for Aichi.',
    ),
    jlpt: by.custom(
      enumComparator('JlptLevel', JlptLevel),
      "By the worker's level in the Japanese-Language Proficiency Test (JLPT). Workers whom you may not see as a candidate do not match.",
      (_, comparators, path) => sql`exists (
      select from people.person p
      where p.pk = r.person_pk and ${isOwnCandidate(sql`p.registered_by`)} and ${compare(sql`p.jlpt`, comparators, path)})`,
    ),
    salaryJpyMonth: by.int('salaryJpyMonth', 'By salary, in Japanese yen a month.'),
    registeredOn: by.date('registeredOn', 'By the day of registration.'),
    coeAppliedOn: by.date('coeAppliedOn', 'By the day of the application for the Certificate of Eligibility (COE).'),
    coeIssuedOn: by.date('coeIssuedOn', 'By the day on which the Certificate of Eligibility (COE) was issued.'),
    coeExpiresOn: by.date('coeExpiresOn', 'By the last day on which the Certificate of Eligibility (COE) is valid.'),
    visaExpiresOn: by.date('visaExpiresOn', 'By the last day on which the visa is valid.'),
    startedOn: by.date('startedOn', 'By the first day of work.'),
    residenceUntil: by.date('residenceUntil', 'By the day until which the worker may stay in Japan.'),
    endedOn: by.date('endedOn', 'By the last day of work.'),
    ssw1LimitOn: by.date(
      'ssw1LimitOn',
      'By the day on which the worker reaches the limit of five years under SSW(i), Specified Skilled Worker (i).',
    ),
    synthetic: by.boolean('synthetic', '`true` for rows that the sample generator made up, `false` for real ones.'),
  },
);

export const placementOrder = defineOrder('PlacementOrder', {
  REFERENCE: { property: 'reference', type: 'text', description: 'By reference, the readable key.' },
  STARTED_ON: { property: 'startedOn', type: 'date', description: 'By the first day of work.' },
  STATE_SINCE: {
    property: 'stateSince',
    type: 'date',
    description: 'By the day since which the placement has been in its state.',
  },
  REGISTERED_ON: { property: 'registeredOn', type: 'date', description: 'By the day of registration.' },
  COE_APPLIED_ON: {
    property: 'coeAppliedOn',
    type: 'date',
    description: 'By the day of the application for the Certificate of Eligibility (COE).',
  },
  COE_EXPIRES_ON: {
    property: 'coeExpiresOn',
    type: 'date',
    description: 'By the last day on which the Certificate of Eligibility (COE) is valid.',
  },
  VISA_EXPIRES_ON: {
    property: 'visaExpiresOn',
    type: 'date',
    description: 'By the last day on which the visa is valid.',
  },
  RESIDENCE_UNTIL: {
    property: 'residenceUntil',
    type: 'date',
    description: 'By the day until which the worker may stay in Japan.',
  },
  SSW1_LIMIT_ON: {
    property: 'ssw1LimitOn',
    type: 'date',
    description:
      'By the day on which the worker reaches the limit of five years under SSW(i), Specified Skilled Worker (i).',
  },
  SALARY: { property: 'salaryJpyMonth', type: 'integer', description: 'By salary.' },
});

@ArgsType()
export class PlacementsArgs extends listArgs(placementFilter, placementOrder) {}

@ArgsType()
export class PlacementArgs {
  @Field(() => ID, { nullable: true, description: 'The id. Give either this or the reference.' }) id?: string;
  @Field(() => String, { nullable: true, description: 'The reference. Give either this or the id.' })
  reference?: string;
}
