import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Node } from '../../../kit/schema/node.js';

@ObjectType({ implements: Node, description: 'That one company exhibits at one event.' })
@Directive('@key(fields: "id")')
export class Exhibit implements Node {
  readonly pk!: number;
  eventSlug!: string;
  companySlug!: string;

  @Field(() => ID, { description: 'Opaque, stable and unique across all types of the hub.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The number of the booth as the organiser writes it.' })
  booth!: string | null;

  @Field({ description: 'True for a row that the sample generator made up.' })
  synthetic!: boolean;
}
