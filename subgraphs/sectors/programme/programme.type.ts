import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Node } from '../../../kit/schema/node.js';

@ObjectType({
  implements: Node,
  description: 'A scheme of the Japanese government under which foreign workers are admitted.',
})
@Directive('@key(fields: "code")')
@Directive('@key(fields: "id")')
export class Programme implements Node {
  readonly pk!: number;

  @Field(() => ID, { description: 'Opaque, stable and unique across all types of the hub.' })
  id!: string;

  @Field({ description: "The hub's own code for it: `ssw` or `ikusei-shuro`. It never changes once given." })
  code!: string;

  nameEn!: string;
  nameJa!: string | null;
  nameUr!: string | null;
}
