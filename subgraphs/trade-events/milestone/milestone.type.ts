import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Node } from '../../../kit/schema/node.js';
import { CalendarDate } from '../../../kit/schema/scalars.js';

@ObjectType({ implements: Node, description: 'One payment under a contract, in the currency of the contract.' })
@Directive('@key(fields: "id")')
export class Milestone implements Node {
  readonly pk!: number;
  contractPk!: number;
  contractReference!: string;
  amount!: string;
  currency!: string | null;

  @Field(() => ID, {
    description:
      'The id of the object, unique across all types. It never changes. Do not parse it: its format may change.',
  })
  id!: string;

  @Field(() => Int, {
    description:
      'The number of the payment within the contract. 0 stands for the total realised value that an imported spreadsheet gives.',
  })
  number!: number;

  @Field({
    description: 'True if it has been paid. The realised value of the contract is the sum of its paid milestones.',
  })
  paid!: boolean;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day on which it was paid. Null if it is not paid, or if the day is unknown.',
  })
  paidOn!: string | null;

  @Field({
    description:
      'True if it stands for the total realised value of an imported spreadsheet. The single payments behind it are not known.',
  })
  imported!: boolean;
}
