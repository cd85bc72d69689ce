import { Directive, Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A trade fair or meeting; owned by the subgraph `trade-events`.' })
@Directive('@key(fields: "slug")')
export class TradeEvent {
  @Field({ description: 'The key that people use, for example "japan-it-week-2025-spring".' })
  slug!: string;
}
