import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Confidence } from '../../../kit/schema/confidence.js';
import { defineEnum, type EnumValue } from '../../../kit/schema/enum.js';
import { Node } from '../../../kit/schema/node.js';
import { CalendarDate } from '../../../kit/schema/scalars.js';

export const TradeEventKind = defineEnum('TradeEventKind', 'What kind of event it is.', {
  TRADE_FAIR: 'Companies exhibit at booths; each edition is an event of its own.',
  MEETING: 'People meet; nobody exhibits.',
});
export type TradeEventKind = EnumValue<typeof TradeEventKind>;

@ObjectType({
  implements: Node,
  description: 'One edition of a trade fair, or one meeting. What was said about it stands in its `statements`.',
})
@Directive('@key(fields: "slug")')
@Directive('@key(fields: "id")')
export class TradeEvent implements Node {
  readonly pk!: number;

  @Field(() => ID, { description: 'Opaque, stable and unique across all types of the hub.' })
  id!: string;

  @Field({ description: 'The key that people use, for example "japan-it-week-2025-spring".' })
  slug!: string;

  nameEn!: string | null;
  nameJa!: string | null;

  @Field(() => TradeEventKind, { description: 'What kind of event it is.' })
  kind!: TradeEventKind;

  @Field(() => CalendarDate, { nullable: true, description: 'Its first day; `datesConfidence` says how sure it is.' })
  startsOn!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Its last day, the same as the first for an event of one day; `datesConfidence` says how sure it is.',
  })
  endsOn!: string | null;

  @Field(() => String, { nullable: true, description: 'The hall or building, for example "Tokyo Big Sight".' })
  venue!: string | null;

  @Field(() => String, { nullable: true, description: 'The city, for example "Tokyo".' })
  city!: string | null;

  @Field(() => String, { nullable: true, description: 'The country, ISO 3166-1 alpha-2, for example "JP".' })
  country!: string | null;

  @Field(() => String, { nullable: true, description: 'Who holds it, by name.' })
  organiser!: string | null;

  @Field(() => Confidence, { description: 'How sure the hub is of the first and last day.' })
  datesConfidence!: Confidence;

  @Field({ description: 'True for a row that the sample generator made up; no such event took place.' })
  synthetic!: boolean;
}
