import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { defineEnum, type EnumValue } from '../../../kit/schema/enum.js';
import { Node } from '../../../kit/schema/node.js';
import { CalendarDate, DateTime } from '../../../kit/schema/scalars.js';
import type { Person } from '../person/person.type.js';
import { PlacementState } from './placement.states.js';

export const StatusOfResidence = defineEnum(
  'StatusOfResidence',
  'The status under which a worker lives in Japan; it is not the sector.',
  {
    SSW1: 'Specified Skilled Worker (i), 特定技能1号: five years in total.',
    SSW2: 'Specified Skilled Worker (ii), 特定技能2号.',
    ENGINEER_HUMANITIES: 'Engineer / Specialist in Humanities / International Services, 技術・人文知識・国際業務.',
    ESD: 'Employment for Skill Development (Ikusei Shuro, 育成就労), from 1 April 2027.',
    OTHER: 'Any other status.',
  },
);
export type StatusOfResidence = EnumValue<typeof StatusOfResidence>;

@ObjectType({
  implements: Node,
  description: "One person's way into one job in Japan, from the registration to the return.",
})
@Directive('@key(fields: "id")')
export class Placement implements Node {
  readonly pk!: number;
  readonly personPk!: number;
  /** Where it was read along; null where the viewer does not see whom it is about. */
  readonly person?: Person | null;
  sendingCompany!: string | null;
  acceptingCompany!: string | null;
  supportCompany!: string | null;
  sectorCode!: string;

  @Field(() => ID, { description: 'Opaque, stable and unique across all types of the hub.' })
  id!: string;

  @Field({ description: 'The key that partner firms use in their sheets.' })
  reference!: string;

  @Field(() => PlacementState, { description: 'Where it stands.' })
  state!: PlacementState;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Since when it has stood there; null where no date is known.',
  })
  stateSince!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The occupation: an ISCO-08 code such as "5321", or words where the sheet had words.',
  })
  occupation!: string | null;

  @Field(() => StatusOfResidence, {
    nullable: true,
    description: 'The status of residence that the worker holds or is to hold.',
  })
  statusOfResidence!: StatusOfResidence | null;

  @Field(() => String, {
    nullable: true,
    description: 'The prefecture of the workplace, ISO 3166-2, for example "JP-23" (Aichi).',
  })
  prefecture!: string | null;

  @Field(() => Int, { nullable: true, description: 'The salary of the contract, in yen a month.' })
  salaryJpyMonth!: number | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The day of registration.' })
  registeredOn!: string | null;

  @Field(() => String, { nullable: true, description: 'The number of the Certificate of Eligibility (COE).' })
  coeNumber!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The day on which the COE was applied for.' })
  coeAppliedOn!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The day on which the COE was issued.' })
  coeIssuedOn!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The last day on which the COE is valid.' })
  coeExpiresOn!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The last day on which the visa is valid.' })
  visaExpiresOn!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The first day of work.' })
  startedOn!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The day until which the worker may stay in Japan.' })
  residenceUntil!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Months of SSW(i) that the worker had behind them when this placement began.',
  })
  ssw1MonthsBefore!: number | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day on which five years of SSW(i) will be used up, earlier months counted; null where none run.',
  })
  ssw1LimitOn!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The last day of work.' })
  endedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it ended, in the words of the sheet.' })
  endReason!: string | null;

  @Field({ description: 'True for a placement that the sample generator made up.' })
  synthetic!: boolean;
}

@ObjectType({ description: "A step of a placement's history." })
export class PlacementEvent {
  @Field(() => PlacementState, { description: 'The state that the step led to.' })
  state!: PlacementState;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'When it happened; null for a step that is only known to have happened.',
  })
  occurredOn!: string | null;

  @Field(() => DateTime, { description: 'When the hub learnt of it.' })
  recordedAt!: Date;

  @Field({ description: 'Who told the hub, for example "import".' })
  recordedBy!: string;

  @Field(() => String, { nullable: true, description: 'The document behind it, for example a certificate number.' })
  document!: string | null;
}
