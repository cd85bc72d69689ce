import { Field, Int, ObjectType } from 'type-graphql';
import { CalendarDate } from '../../../kit/schema/scalars.js';

@ObjectType({
  description:
    'The acceptance ceiling of a sector: the largest number of SSW(i) workers that Japan admits to it over a period of years. SSW(i) is the first level of the status "Specified Skilled Worker". The Japanese Cabinet decides the ceiling, for workers of all nationalities together. It is a limit: it says neither how many workers are needed nor how many there are.',
})
export class Ceiling {
  readonly pk!: number;
  sectorCode!: string;
  statementKey!: string;

  @Field(() => Int, { description: 'The limit: a number of people.' })
  value!: number;

  @Field(() => CalendarDate, { description: 'The first day of the period.' })
  from!: string;

  @Field(() => CalendarDate, { description: 'The last day of the period.' })
  until!: string;

  @Field(() => CalendarDate, { description: 'The day of the decision.' })
  decidedOn!: string;
}
