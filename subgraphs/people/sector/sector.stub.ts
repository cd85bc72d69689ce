import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { CalendarDate } from '../../../kit/schema/scalars.js';
import { ROUNDED } from '../../../kit/stats/rounded-stats.js';

@ObjectType({ description: 'An acceptance ceiling. The subgraph `sectors` owns it.' })
export class Ceiling {
  @Directive('@external')
  @Field(() => Int, { description: 'The limit: a number of people of all nationalities.' })
  value!: number;

  @Directive('@external')
  @Field(() => CalendarDate, { description: 'The first day of the period.' })
  from!: string;

  @Directive('@external')
  @Field(() => CalendarDate, { description: 'The last day of the period.' })
  until!: string;
}

@ObjectType({
  description: 'An industry in which Pakistani workers or firms work for Japan. The subgraph `sectors` owns it.',
})
@Directive('@key(fields: "code")')
export class Sector {
  @Field({ description: 'The readable key of the sector, for example "nursing-care". It never changes.' })
  code!: string;

  @Directive('@external')
  @Field(() => [Ceiling], { description: 'The acceptance ceilings that the Cabinet decided for the sector.' })
  ceilings?: Ceiling[];
}

@ObjectType({
  description:
    'The workers that this hub employs in a sector, next to the acceptance ceiling of the sector. The ceiling counts workers of all nationalities in all firms; the hub counts only its own placements. Do not subtract one from the other.',
})
export class CeilingUse {
  @Field(() => Int, {
    description:
      'The number of placements of this hub in the sector whose worker is employed now under SSW(i), Specified Skilled Worker (i). Rounded if `rounded` is true.',
  })
  employed!: number;

  @Field(() => Boolean, { description: ROUNDED })
  rounded!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'The acceptance ceiling that holds today: a number of people. Null if there is none.',
  })
  ceiling!: number | null;

  @Field({ description: 'An explanation of what the two figures count, in English.' })
  basis!: string;

  @Field(() => CalendarDate, { description: 'The day of the count (UTC).' })
  asOf!: string;
}
