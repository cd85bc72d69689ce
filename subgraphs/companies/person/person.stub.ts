import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'A candidate, a worker or an office holder. A person is an office holder if a published source names them with an office. Everybody sees office holders. Other people are visible only to the companies that registered, send, employ or support them, and to the role ADMIN.',
})
@Directive('@key(fields: "id")')
export class Person {
  @Field(() => ID, {
    description:
      'The id of the object, unique across all types. It never changes. Do not parse it: its format may change.',
  })
  id!: string;
}
