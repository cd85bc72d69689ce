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

export const IntakeStatus = defineEnum(
  'IntakeStatus',
  'Whether new SSW(i) workers can enter a sector from abroad. SSW(i) is the first level of Specified Skilled Worker.',
  {
    OPEN: 'An SSW field. The hub knows of no suspension.',
    SUSPENDED:
      'Japan issues no Certificates of Eligibility (COE) for this field to applicants abroad. Without a COE they cannot apply for the visa.',
    NOT_SSW: 'Not an SSW field. Its workers hold another status of residence.',
  },
);
export type IntakeStatus = EnumValue<typeof IntakeStatus>;

@ObjectType({ description: 'Whether new SSW(i) workers can enter a sector from abroad, as far as the hub knows.' })
export class SectorIntake {
  statementKey!: string | null;

  @Field(() => IntakeStatus, { description: 'Whether the sector is open, suspended or not an SSW field.' })
  status!: IntakeStatus;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day since which this status holds. Null if unknown.',
  })
  since!: string | null;

  @Field(() => Confidence, { description: 'How sure the hub is that this status still holds.' })
  confidence!: Confidence;
}

@ObjectType({
  implements: Node,
  description:
    'An industry in which Pakistani workers or firms work for Japan. The hub has 17: the 16 fields of the programme Specified Skilled Worker (SSW, 特定技能) as of 2024, and information technology, which is not an SSW field.',
})
@Directive('@key(fields: "code")')
@Directive('@key(fields: "id")')
export class Sector implements Node {
  readonly pk!: number;

  @Field(() => ID, {
    description:
      'The id of the object, unique across all types. It never changes. Do not parse it: its format may change.',
  })
  id!: string;

  @Field({
    description:
      'The readable key of the sector, for example "nursing-care". The hub defines it, because no official codes exist. It never changes.',
  })
  code!: string;

  nameEn!: string;
  nameJa!: string | null;
  nameUr!: string | null;

  @Field({
    description:
      'True if it is a field of the programme Specified Skilled Worker (SSW). Only information technology is not.',
  })
  sswField!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True if workers can move on to SSW(ii), the second level of Specified Skilled Worker. SSW(i) is limited to five years in total, SSW(ii) is not. Null if the sector is not an SSW field.',
  })
  ssw2!: boolean | null;

  @Field(() => Ministry, {
    nullable: true,
    description: 'The ministry in charge. Null if the sector is not an SSW field.',
  })
  ministry!: Ministry | null;

  @Field(() => Confidence, {
    nullable: true,
    description: 'How sure the hub is of the ministry. Null if there is no ministry.',
  })
  ministryConfidence!: Confidence | null;

  intakeStatus!: IntakeStatus;
  intakeSince!: string | null;
  intakeConfidence!: Confidence;
  intakeStatementKey!: string | null;
}
