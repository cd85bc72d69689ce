import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Node } from '../../../kit/schema/node.js';
import { CalendarDate } from '../../../kit/schema/scalars.js';

@ObjectType({ implements: Node, description: 'One payment under a contract, in the contract’s currency.' })
@Directive('@key(fields: "id")')
export class Milestone implements Node {
  readonly pk!: number;
  contractPk!: number;
  contractReference!: string;
  amount!: string;
  currency!: string | null;

  @Field(() => ID, { description: 'Opaque, stable and unique across all types of the hub.' })
  id!: string;

  @Field(() => Int, {
    description: 'Its number within the contract; 0 is the one that a sheet’s realised value makes.',
  })
  number!: number;

  @Field({ description: 'Whether it has been paid. The contract’s realised value is the sum of the paid ones.' })
  paid!: boolean;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day on which it was paid; null where it was not, or the day is unknown.',
  })
  paidOn!: string | null;

  @Field({
    description: 'True for the one that stands for the realised value of an imported sheet, whatever its parts.',
  })
  imported!: boolean;
}
