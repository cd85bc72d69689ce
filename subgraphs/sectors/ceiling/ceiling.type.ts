import { Field, Int, ObjectType } from 'type-graphql';
import { CalendarDate } from '../../../kit/schema/scalars.js';

@ObjectType({
  description:
    'How many SSW(i) workers of all nationalities together a sector may admit over a span of years, by a decision of the Cabinet. It is a limit, not a need and not a count.',
})
export class Ceiling {
  readonly pk!: number;
  sectorCode!: string;
  statementKey!: string;

  @Field(() => Int, { description: 'The limit, in people.' })
  value!: number;

  @Field(() => CalendarDate, { description: 'The first day of the span.' })
  from!: string;

  @Field(() => CalendarDate, { description: 'The last day of the span.' })
  until!: string;

  @Field(() => CalendarDate, { description: 'The day of the decision.' })
  decidedOn!: string;
}
