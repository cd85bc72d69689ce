import { Field, Int, ObjectType } from 'type-graphql';
import { CalendarDate } from '../../../kit/schema/scalars.js';

@ObjectType({
  description:
    'How often one company took part in events as an exhibitor, and how often it won a contract. A company took part in an event if it exhibits there, or if it is the exhibitor of a contract from there.',
})
export class ExhibitorStats {
  companySlug!: string;

  @Field(() => Int, {
    description: 'The number of events at which the company took part. Each edition of a fair is one event.',
  })
  editions!: number;

  @Field(() => Int, {
    description:
      'The number of these events at which the company won: it has a signed contract from there, even if the contract ended later (state SIGNED, IN_DELIVERY, COMPLETED or TERMINATED).',
  })
  editionsWon!: number;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The first day of the earliest of these events. Null if no day is known.',
  })
  firstExhibitedOn!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The first day of the latest of these events. Null if no day is known.',
  })
  lastExhibitedOn!: string | null;
}
