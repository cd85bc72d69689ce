import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Node } from '../../../kit/schema/node.js';
import { CalendarDate } from '../../../kit/schema/scalars.js';

@ObjectType({ implements: Node, description: 'A publication that statements are taken from.' })
@Directive('@key(fields: "id")')
export class Source implements Node {
  readonly pk!: number;
  key!: string;

  @Field(() => ID, { description: 'Opaque, stable and unique across all types of the hub.' })
  id!: string;

  @Field({ description: 'What it is called; where its own title is not known, a description in our words.' })
  title!: string;

  @Field({ description: 'Who published it: an organisation or the host name of a website.' })
  publisher!: string;

  @Field(() => String, { nullable: true, description: 'Its address, as far as the hub knows it; never a guess.' })
  url!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The day of publication; null where it is not known.' })
  publishedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'What a reader should know of it, in English.' })
  note!: string | null;
}
