import { Directive, Field, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'One edition of a trade fair, for example Japan IT Week Spring 2025, or one meeting. Its `statements` hold what was said about it in public.',
})
@Directive('@key(fields: "slug")')
export class TradeEvent {
  @Field({ description: 'The readable key of the event, for example "japan-it-week-2025-spring".' })
  slug!: string;
}
