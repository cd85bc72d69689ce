import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { CalendarDate } from '../../../kit/schema/scalars.js';
import { ROUNDED } from '../../../kit/stats/rounded-stats.js';

@ObjectType({ description: 'An acceptance ceiling; owned by the subgraph `sectors`.' })
export class Ceiling {
  @Directive('@external')
  @Field(() => Int, { description: 'People of all nationalities.' })
  value!: number;

  @Directive('@external')
  @Field(() => CalendarDate, { description: 'The first day for which it holds.' })
  from!: string;

  @Directive('@external')
  @Field(() => CalendarDate, { description: 'The last day for which it holds.' })
  until!: string;
}

@ObjectType({ description: 'An industry of the corridor; owned by the subgraph `sectors`.' })
@Directive('@key(fields: "code")')
export class Sector {
  @Field({ description: 'The key that people use, for example "nursing-care".' })
  code!: string;

  @Directive('@external')
  @Field(() => [Ceiling], { description: 'The acceptance ceilings that the Cabinet decided.' })
  ceilings?: Ceiling[];
}

@ObjectType({
  description:
    'The placements of this hub beside the ceiling of the field. The ceiling counts workers of all nationalities and firms, the hub counts its own: neither may be subtracted from the other.',
})
export class CeilingUse {
  @Field(() => Int, {
    description: 'Workers under SSW(i) whom placements of this hub employ in the field now; see `rounded`.',
  })
  employed!: number;

  @Field(() => Boolean, { description: ROUNDED })
  rounded!: boolean;

  @Field(() => Int, { nullable: true, description: 'The ceiling that holds today, in people; null where none does.' })
  ceiling!: number | null;

  @Field({ description: 'What is counted, in words.' })
  basis!: string;

  @Field(() => CalendarDate, { description: 'The day of the count, in UTC.' })
  asOf!: string;
}
