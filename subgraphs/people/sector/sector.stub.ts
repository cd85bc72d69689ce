import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { CalendarDate } from '../../../kit/schema/scalars.js';
import { ROUNDED } from '../../../kit/stats/rounded-stats.js';

@ObjectType({
  description:
    'The acceptance ceiling of a sector: the largest number of SSW(i) workers that Japan admits to it over a period of years. SSW(i) is the first level of the status "Specified Skilled Worker". The Japanese Cabinet decides the ceiling, for workers of all nationalities together. It is a limit: it says neither how many workers are needed nor how many there are.',
})
export class Ceiling {
  @Directive('@external')
  @Field(() => Int, { description: 'The limit: a number of people.' })
  value!: number;

  @Directive('@external')
  @Field(() => CalendarDate, { description: 'The first day of the period.' })
  from!: string;

  @Directive('@external')
  @Field(() => CalendarDate, { description: 'The last day of the period.' })
  until!: string;
}

@ObjectType({
  description:
    'An industry in which Pakistani workers or firms work for Japan. The hub has 17: the 16 fields of the programme Specified Skilled Worker (SSW, 特定技能) as of 2024, and information technology, which is not an SSW field.',
})
@Directive('@key(fields: "code")')
export class Sector {
  @Field({
    description:
      'The readable key of the sector, for example "nursing-care". The hub defines it, because no official codes exist. It never changes.',
  })
  code!: string;

  @Directive('@external')
  @Field(() => [Ceiling], {
    description:
      'The acceptance ceilings that the Cabinet decided for the sector, the newest decision first. Empty if the sector is not an SSW field.',
  })
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
