import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'A signed agreement between companies or governments, for example a memorandum of understanding (MoU). Its `statements` say which sources the facts come from.',
})
@Directive('@key(fields: "id")')
export class Agreement {
  @Field(() => ID, {
    description:
      'The id of the object, unique across all types. It never changes. Do not parse it: its format may change.',
  })
  id!: string;
}
