import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Node } from '../../../kit/schema/node.js';
import { CalendarDate } from '../../../kit/schema/scalars.js';

@ObjectType({
  implements: Node,
  description: 'A publication from which statements are taken, for example a newspaper article or a government page.',
})
@Directive('@key(fields: "id")')
export class Source implements Node {
  readonly pk!: number;
  key!: string;

  @Field(() => ID, {
    description:
      'The id of the object, unique across all types. It never changes. Do not parse it: its format may change.',
  })
  id!: string;

  @Field({ description: 'The title of the publication. If the hub does not know it, a description.' })
  title!: string;

  @Field({ description: 'The publisher: an organisation, or the host name of a website.' })
  publisher!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The web address of the publication. Null if the hub does not know it.',
  })
  url!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The day of publication. Null if unknown.' })
  publishedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'A remark for readers, in English. Null if there is none.' })
  note!: string | null;
}
