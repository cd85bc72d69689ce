import { Field, Int, ObjectType } from 'type-graphql';
import { CalendarDate } from '../../../kit/schema/scalars.js';

@ObjectType({
  description:
    'How often one company came and won. It took part in an event where it exhibits there or has a contract from it as exhibitor.',
})
export class ExhibitorStats {
  companySlug!: string;

  @Field(() => Int, { description: 'At how many events it took part; each edition of a fair is an event.' })
  editions!: number;

  @Field(() => Int, {
    description:
      'At how many of them it won: has a contract that was signed, whatever came of it later (SIGNED, IN_DELIVERY, COMPLETED or TERMINATED).',
  })
  editionsWon!: number;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The first day of the earliest of these events; null where no day is known.',
  })
  firstExhibitedOn!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The first day of the latest of these events; null where no day is known.',
  })
  lastExhibitedOn!: string | null;
}
