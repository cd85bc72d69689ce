import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Confidence } from '../../../kit/schema/confidence.js';
import { defineEnum, type EnumValue } from '../../../kit/schema/enum.js';
import { Node } from '../../../kit/schema/node.js';
import { CalendarDate } from '../../../kit/schema/scalars.js';

export const Ministry = defineEnum('Ministry', 'The Japanese ministry in charge of a sector.', {
  MHLW: 'Ministry of Health, Labour and Welfare, 厚生労働省',
  METI: 'Ministry of Economy, Trade and Industry, 経済産業省',
  MLIT: 'Ministry of Land, Infrastructure, Transport and Tourism, 国土交通省',
  MAFF: 'Ministry of Agriculture, Forestry and Fisheries, 農林水産省',
});
export type Ministry = EnumValue<typeof Ministry>;

export const IntakeStatus = defineEnum('IntakeStatus', 'Whether SSW(i) workers can newly enter a sector from abroad.', {
  OPEN: 'An SSW field of which the hub knows no suspension.',
  SUSPENDED: 'Certificates of Eligibility for applicants abroad are not being issued.',
  NOT_SSW: 'Not an SSW field: its people hold another status of residence.',
});
export type IntakeStatus = EnumValue<typeof IntakeStatus>;

@ObjectType({ description: 'Whether SSW(i) workers can newly enter a sector from abroad, as far as the hub knows.' })
export class SectorIntake {
  statementKey!: string | null;

  @Field(() => IntakeStatus, { description: 'The state of the intake.' })
  status!: IntakeStatus;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Since which day it stands so; null where that is not known.',
  })
  since!: string | null;

  @Field(() => Confidence, { description: 'How sure the hub is that it still stands so.' })
  confidence!: Confidence;
}

@ObjectType({
  implements: Node,
  description:
    'An industry of the corridor: the 16 Specified Skilled Worker (SSW, 特定技能) fields of 2024, and information technology, which is none of them.',
})
@Directive('@key(fields: "code")')
@Directive('@key(fields: "id")')
export class Sector implements Node {
  readonly pk!: number;

  @Field(() => ID, { description: 'Opaque, stable and unique across all types of the hub.' })
  id!: string;

  @Field({
    description:
      'The key that people use, for example "nursing-care". It is the hub\'s own, since no official codes exist, and never changes.',
  })
  code!: string;

  nameEn!: string;
  nameJa!: string | null;
  nameUr!: string | null;

  @Field({ description: 'Whether it is a Specified Skilled Worker field.' })
  sswField!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether workers can go on to SSW(ii), which has no limit of years; null outside the SSW fields.',
  })
  ssw2!: boolean | null;

  @Field(() => Ministry, { nullable: true, description: 'The ministry in charge; null outside the SSW fields.' })
  ministry!: Ministry | null;

  @Field(() => Confidence, {
    nullable: true,
    description: 'How sure the hub is of the ministry; null where there is none.',
  })
  ministryConfidence!: Confidence | null;

  intakeStatus!: IntakeStatus;
  intakeSince!: string | null;
  intakeConfidence!: Confidence;
  intakeStatementKey!: string | null;
}
