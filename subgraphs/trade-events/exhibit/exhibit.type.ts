import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Node } from '../../../kit/schema/node.js';

@ObjectType({ implements: Node, description: 'One company that exhibits at one event.' })
@Directive('@key(fields: "id")')
export class Exhibit implements Node {
  readonly pk!: number;
  eventSlug!: string;
  companySlug!: string;

  @Field(() => ID, {
    description:
      'The id of the object, unique across all types. It never changes. Do not parse it: its format may change.',
  })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The number of the booth, as the organiser writes it. Null if unknown.',
  })
  booth!: string | null;

  @Field({ description: 'True if the sample generator made this row up.' })
  synthetic!: boolean;
}
