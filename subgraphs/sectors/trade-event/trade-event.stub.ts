import { Directive, Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'One edition of a trade fair, or one meeting. The subgraph `trade-events` owns it.' })
@Directive('@key(fields: "slug")')
export class TradeEvent {
  @Field({ description: 'The readable key of the event, for example "japan-it-week-2025-spring".' })
  slug!: string;
}
