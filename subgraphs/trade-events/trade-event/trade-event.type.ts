import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Confidence } from '../../../kit/schema/confidence.js';
import { defineEnum, type EnumValue } from '../../../kit/schema/enum.js';
import { Node } from '../../../kit/schema/node.js';
import { CalendarDate } from '../../../kit/schema/scalars.js';

export const TradeEventKind = defineEnum('TradeEventKind', 'The kind of event.', {
  TRADE_FAIR: 'Companies exhibit at booths. Each edition of the fair is an event of its own.',
  MEETING: 'People meet. Nobody exhibits.',
});
export type TradeEventKind = EnumValue<typeof TradeEventKind>;

@ObjectType({
  implements: Node,
  description:
    'One edition of a trade fair, for example Japan IT Week Spring 2025, or one meeting. Its `statements` hold what was said about it in public.',
})
@Directive('@key(fields: "slug")')
@Directive('@key(fields: "id")')
export class TradeEvent implements Node {
  readonly pk!: number;

  @Field(() => ID, {
    description:
      'The id of the object, unique across all types. It never changes. Do not parse it: its format may change.',
  })
  id!: string;

  @Field({ description: 'The readable key of the event, for example "japan-it-week-2025-spring".' })
  slug!: string;

  nameEn!: string | null;
  nameJa!: string | null;

  @Field(() => TradeEventKind, { description: 'The kind of event.' })
  kind!: TradeEventKind;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The first day. `datesConfidence` says how sure the hub is of it. Null if unknown.',
  })
  startsOn!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'The last day. An event of one day has the same first and last day. `datesConfidence` says how sure the hub is of it. Null if unknown.',
  })
  endsOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The hall or building: for example "Tokyo Big Sight". Null if unknown.',
  })
  venue!: string | null;

  @Field(() => String, { nullable: true, description: 'The city: for example "Tokyo". Null if unknown.' })
  city!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The country, as an ISO 3166-1 alpha-2 code: for example "JP". Null if unknown.',
  })
  country!: string | null;

  @Field(() => String, { nullable: true, description: 'The name of the organiser. Null if unknown.' })
  organiser!: string | null;

  @Field(() => Confidence, { description: 'How sure the hub is of the first and last day.' })
  datesConfidence!: Confidence;

  @Field({ description: 'True if the sample generator made this event up. No such event took place.' })
  synthetic!: boolean;
}
