import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { defineEnum, type EnumValue } from '../../../kit/schema/enum.js';
import { Node } from '../../../kit/schema/node.js';
import { CalendarDate, DateTime } from '../../../kit/schema/scalars.js';
import type { Person } from '../person/person.type.js';
import { PlacementState } from './placement.states.js';

export const StatusOfResidence = defineEnum(
  'StatusOfResidence',
  'The status of residence under which a worker lives in Japan. It says nothing about the sector.',
  {
    SSW1: 'Specified Skilled Worker (i), SSW(i), 特定技能1号. Limited to five years in total.',
    SSW2: 'Specified Skilled Worker (ii), SSW(ii), 特定技能2号. No limit of years.',
    ENGINEER_HUMANITIES: 'Engineer / Specialist in Humanities / International Services, 技術・人文知識・国際業務.',
    ESD: 'Employment for Skill Development (Ikusei Shuro, 育成就労). It exists from 1 April 2027.',
    OTHER: 'Any other status.',
  },
);
export type StatusOfResidence = EnumValue<typeof StatusOfResidence>;

@ObjectType({
  implements: Node,
  description: 'The way of one person into one job in Japan, from registration to return.',
})
@Directive('@key(fields: "id")')
export class Placement implements Node {
  readonly pk!: number;
  readonly personPk!: number;
  /** The joined row of the person, if it was read. Null if the viewer may not see the person. */
  readonly person?: Person | null;
  sendingCompany!: string | null;
  acceptingCompany!: string | null;
  supportCompany!: string | null;
  sectorCode!: string;

  @Field(() => ID, {
    description:
      'The id of the object, unique across all types. It never changes. Do not parse it: its format may change.',
  })
  id!: string;

  @Field({ description: 'The readable key of the placement, which partner firms use in their spreadsheets.' })
  reference!: string;

  @Field(() => PlacementState, { description: 'How far the placement has come.' })
  state!: PlacementState;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day since which the placement has been in this state. Null if unknown.',
  })
  stateSince!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The occupation: a code of the International Standard Classification of Occupations (ISCO-08) such as "5321", or a text if the spreadsheet had text. Null if unknown.',
  })
  occupation!: string | null;

  @Field(() => StatusOfResidence, {
    nullable: true,
    description: 'The status of residence that the worker holds, or will hold. Null if unknown.',
  })
  statusOfResidence!: StatusOfResidence | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The prefecture of the workplace, as an ISO 3166-2 code: for example "JP-23" for Aichi. Null if unknown.',
  })
  prefecture!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The salary in the employment contract, in Japanese yen a month. Null if unknown.',
  })
  salaryJpyMonth!: number | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day on which the candidate was registered. Null if unknown.',
  })
  registeredOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The number of the Certificate of Eligibility (COE), which Japanese immigration issues and which a worker abroad needs to apply for a visa. Null if there is none or it is unknown.',
  })
  coeNumber!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'The day of the application for the Certificate of Eligibility (COE). Null if unknown or not yet made.',
  })
  coeAppliedOn!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day on which the Certificate of Eligibility (COE) was issued. Null if unknown or not yet issued.',
  })
  coeIssuedOn!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The last day on which the Certificate of Eligibility (COE) is valid. Null if unknown.',
  })
  coeExpiresOn!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The last day on which the visa is valid. Null if unknown.',
  })
  visaExpiresOn!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The first day of work. Null if the work has not started or the day is unknown.',
  })
  startedOn!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day until which the worker may stay in Japan. Null if unknown.',
  })
  residenceUntil!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The number of months that the worker had already spent under SSW(i), Specified Skilled Worker (i), when this placement began. Null if unknown.',
  })
  ssw1MonthsBefore!: number | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'The day on which the worker reaches the limit of five years in total under SSW(i). The hub computes it from `startedOn` and `ssw1MonthsBefore`. Null if the worker is not under SSW(i), has not started, or has ended this work.',
  })
  ssw1LimitOn!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The last day of work. Null if the work has not ended or the day is unknown.',
  })
  endedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The reason why the placement ended, in the words of the spreadsheet. Null if none is given.',
  })
  endReason!: string | null;

  @Field({ description: 'True if the sample generator made this placement up.' })
  synthetic!: boolean;
}

@ObjectType({ description: 'One step in the history of a placement.' })
export class PlacementEvent {
  @Field(() => PlacementState, { description: 'The state that the placement reached with this step.' })
  state!: PlacementState;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day on which it happened. Null if the hub knows only that it happened.',
  })
  occurredOn!: string | null;

  @Field(() => DateTime, { description: 'The time at which the hub recorded the step.' })
  recordedAt!: Date;

  @Field({ description: 'Who recorded the step, for example "import".' })
  recordedBy!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The document that proves the step, for example the number of a certificate. Null if none is given.',
  })
  document!: string | null;
}
