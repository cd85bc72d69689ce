import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Node } from '../../../kit/schema/node.js';

@ObjectType({
  implements: Node,
  description:
    'A scheme under which the Japanese government admits foreign workers: Specified Skilled Worker (SSW, 特定技能), or Employment for Skill Development (Ikusei Shuro, 育成就労), which starts on 1 April 2027.',
})
@Directive('@key(fields: "code")')
@Directive('@key(fields: "id")')
export class Programme implements Node {
  readonly pk!: number;

  @Field(() => ID, {
    description:
      'The id of the object, unique across all types. It never changes. Do not parse it: its format may change.',
  })
  id!: string;

  @Field({
    description: 'The readable key of the programme: `ssw` or `ikusei-shuro`. The hub defines it. It never changes.',
  })
  code!: string;

  nameEn!: string;
  nameJa!: string | null;
  nameUr!: string | null;
}
